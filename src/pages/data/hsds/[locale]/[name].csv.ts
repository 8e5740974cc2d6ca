import type { APIRoute } from 'astro';
import { completeLocales } from '../../../../domain/locales.ts';
import { packageIn } from '../../../../queries/open-data.ts';

export const getStaticPaths = () =>
  completeLocales.flatMap((locale) =>
    packageIn(locale)
      .filter(({ name }) => name.endsWith('.csv'))
      .map(({ name, text }) => ({ params: { locale, name: name.replace(/\.csv$/, '') }, props: { text } })),
  );

/** One table of the directory in HSDS. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
