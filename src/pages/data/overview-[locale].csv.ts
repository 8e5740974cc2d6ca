import type { APIRoute } from 'astro';
import { directoryCsv } from '../../queries/directory.ts';
import { localeOf, localeParams } from '../../queries/locale.ts';

export const getStaticPaths = () => localeParams.map((params) => ({ params }));

/** The directory for a spreadsheet. */
export const GET: APIRoute = ({ params }) =>
  new Response(directoryCsv(localeOf(params)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
