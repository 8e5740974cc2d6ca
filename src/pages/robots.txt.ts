import type { APIRoute } from 'astro';
import { asset } from '../queries/address.ts';
import { site } from '../site.ts';

/** Everything may be found; where all pages are listed. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${site.origin}${asset('sitemap.xml')}\n`, {
    headers: { 'Content-Type': 'text/plain' },
  });
