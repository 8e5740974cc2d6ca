import type { APIRoute } from 'astro';
import { finderFile } from '../../queries/finder.ts';
import { localeOf, localeParams } from '../../queries/locale.ts';

export const getStaticPaths = () => localeParams.map((params) => ({ params }));

/** The model of the finder. Its name and place tell nothing; the same for whoever asks. */
export const GET: APIRoute = async ({ params }) => {
  const bytes = await finderFile(localeOf(params));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
};
