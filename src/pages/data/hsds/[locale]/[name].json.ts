import type { APIRoute } from 'astro';
import { completeLocales } from '../../../../domain/locales.ts';
import { packageIn } from '../../../../queries/open-data.ts';

export const getStaticPaths = () =>
  completeLocales.flatMap((locale) =>
    packageIn(locale)
      .filter(({ name }) => name.endsWith('.json'))
      .map(({ name, text }) => ({ params: { locale, name: name.replace(/\.json$/, '') }, props: { text } })),
  );

/** The directory in HSDS, as one piece, and the descriptor of its tables. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
