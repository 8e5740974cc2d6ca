import type { APIRoute } from 'astro';
import { pagesByLanguage } from '../queries/sitemap.ts';

/** All pages with their other languages, for search engines (sitemaps.org, with Google's alternates). No dates: a page says itself when it was checked. */
export const GET: APIRoute = () => {
  const entries = pagesByLanguage().flatMap((languages) =>
    languages.map(
      ({ address }) =>
        `<url><loc>${address}</loc>${languages
          .map((other) => `<xhtml:link rel="alternate" hreflang="${other.locale}" href="${other.address}"/>`)
          .join('')}</url>`,
    ),
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};
