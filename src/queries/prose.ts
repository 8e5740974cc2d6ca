import type { MDXInstance } from 'astro';
import type { Page } from '../domain/content.ts';
import { inLanguage } from '../domain/locales.ts';
import { pageFor } from './doors.ts';
import { localeOf } from './locale.ts';

const modules = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/pages/**/*.mdx');

/** The words of a page, compiled. The gate has read the same file before it was compiled. */
export async function proseOf(page: Page): Promise<MDXInstance<Record<string, unknown>>['Content']> {
  const load = modules[`/${page.file}`];
  if (!load) throw new Error(`No file ${page.file}`);
  return (await load()).Content;
}

/** The page that is being made, by the parameters of its route. */
export function pageOf(params: Readonly<Record<string, string | undefined>>): Page {
  const { door = '', page = '' } = params;
  return pageFor(`${door}/${page}`, localeOf(params));
}

/** What an element needs that holds words of the frame, where the page itself fell back to another language. */
export function ofFrame(params: Readonly<Record<string, string | undefined>>) {
  return inLanguage(localeOf(params), pageOf(params).locale);
}
