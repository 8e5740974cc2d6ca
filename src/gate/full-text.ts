import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fullText } from '../domain/full-text.ts';
import { offeredLocales, type Locale } from '../domain/locales.ts';
import { finishPage, scriptsOf } from '../lib/full-text/finish-page.ts';
import { loadedBy } from '../lib/full-text/search-files.ts';
import { filesBelow } from './files-below.ts';
import { pagefindScript } from './search-engine.ts';
import { writeIndex } from './write-index.ts';

/** Makes full-text search: the index of every language out of the built pages, and the script of the search page. */
export function fullTextSearch(): AstroIntegration {
  let project = '';
  let base = '/';
  return {
    name: 'full-text-search',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        project = fileURLToPath(config.root);
        base = config.base;
        updateConfig({ vite: { plugins: [pagefindScript()] } });
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        await writeIndex(dist, project, base);
        for (const locale of offeredLocales) await finish(dist, locale, base);
      },
    },
  };
}

/** Writes into a search page what is known only now: the checksums of what it loads, and its weight. */
async function finish(dist: string, locale: Locale, base: string): Promise<void> {
  const page = join(dist, locale, fullText.page, 'index.html');
  const html = await readFile(page, 'utf8');
  let bytes = 0;
  const sum = async (algorithm: string, path: string): Promise<string> => {
    const content = await readFile(path);
    bytes += content.length;
    return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
  };

  const folder = join(dist, fullText.folder);
  const files: Record<string, string> = {};
  for (const name of loadedBy(locale, await filesBelow(folder))) files[name] = await sum('sha256', join(folder, name));
  const scripts = new Map<string, string>();
  for (const src of scriptsOf(html))
    scripts.set(src, await sum('sha384', join(dist, src.slice(base.replace(/\/$/, '').length))));
  await writeFile(page, finishPage(html, { integrity: (src) => scripts.get(src) ?? '', files, bytes }));
}
