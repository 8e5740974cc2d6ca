import type { APIRoute } from 'astro';
import { completeLocales } from '../../domain/locales.ts';
import { directoryCsv } from '../../queries/directory.ts';
import { localeOf } from '../../queries/locale.ts';

export const getStaticPaths = () => completeLocales.map((locale) => ({ params: { locale } }));

/** The directory for a spreadsheet. */
export const GET: APIRoute = ({ params }) =>
  new Response(directoryCsv(localeOf(params)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
