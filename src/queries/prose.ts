import type { MDXInstance } from 'astro';
import type { Page } from '../domain/content.ts';

const modules = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/pages/**/*.mdx');

/** The words of a page, compiled. The gate has read the same file before it was compiled. */
export async function proseOf(page: Page): Promise<MDXInstance<Record<string, unknown>>['Content']> {
  const load = modules[`/${page.file}`];
  if (!load) throw new Error(`No file ${page.file}`);
  return (await load()).Content;
}
