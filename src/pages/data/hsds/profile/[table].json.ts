import type { APIRoute } from 'astro';
import { profileFiles } from '../../../../queries/open-data.ts';

export const getStaticPaths = () =>
  profileFiles().map(({ name, text }) => ({ params: { table: name }, props: { text } }));

/** What our data have more than the standard: a merge patch on its schema of the same name. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
