import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fullText, type ListedPage, type PageLabels, type PageTable } from '../domain/full-text.ts';
import { offeredLocales, type Locale } from '../domain/locales.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { indexDocument } from '../lib/full-text/index-document.ts';
import { pageLabels } from '../lib/full-text/page-labels.ts';
import { filesFaults, filesFor, fragmentId, sortedEntry } from '../lib/full-text/search-files.ts';
import { address } from '../lib/i18n/address.ts';
import { filesBelow } from './files-below.ts';
import { readContentFiles } from './read-files.ts';
import { pagefindFiles } from './search-engine.ts';

/** One page of a language: its HTML as the index takes it, and what a result shows. */
interface IndexedPage {
  readonly locale: Locale;
  readonly html: string;
  readonly shown: ListedPage;
}

const noLabels: PageLabels = { group: [], partner: [] };

/** Reads the built pages, and writes what a browser loads to search them. */
export async function writeIndex(dist: string, project: string, base: string): Promise<void> {
  const labels = pageLabels(loadContent(await readContentFiles(project)).content);
  const pages = (await Promise.all(offeredLocales.map((locale) => readPages(dist, locale, base, labels)))).flat();
  const files = await pagefindFiles(pages.map(({ html, shown }) => ({ address: shown.address, html })));
  const ids = new Map(
    files.flatMap(({ path, content }) => {
      const id = fragmentId(path);
      return id === undefined ? [] : [[addressIn(content), id] as const];
    }),
  );
  const tables = Object.fromEntries(
    offeredLocales.map((locale): [Locale, PageTable] => [
      locale,
      Object.fromEntries(
        pages
          .filter((page) => page.locale === locale)
          .map(({ shown }) => [ids.get(shown.address) ?? `no page ${shown.address}`, shown]),
      ),
    ]),
  );
  const names = filesFor(
    files.map(({ path }) => path),
    Object.keys(tables),
  );
  const kept = files.filter(({ path }) => names.includes(path));
  const faults = filesFaults(names, tables);
  if (faults.length > 0) throw new Error(`Pagefind made something else than expected:\n${faults.join('\n')}`);

  const write = async (path: string, content: Uint8Array | string): Promise<void> => {
    const file = join(dist, fullText.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  for (const { path, content } of kept)
    await write(path, path.endsWith('.json') ? sortedEntry(new TextDecoder().decode(content)) : content);
  for (const [locale, table] of Object.entries(tables)) await write(`${locale}.json`, JSON.stringify(table));
}

/** Every page of a language, by address, but the search page and what answers a wrong address. */
async function readPages(
  dist: string,
  locale: Locale,
  base: string,
  labels: ReadonlyMap<string, PageLabels>,
): Promise<IndexedPage[]> {
  const names = (await filesBelow(join(dist, locale))).filter(
    (name) => /(?:^|\/)index\.html$/.test(name) && name !== `${fullText.page}/index.html`,
  );
  const pages = await Promise.all(
    names.map(async (name): Promise<IndexedPage[]> => {
      const path = name.replace(/\/?index\.html$/, '');
      const document = indexDocument(await readFile(join(dist, locale, name), 'utf8'));
      if (!document) return [];
      const shown = { address: address(base, locale, path), ...document.shown, ...(labels.get(path) ?? noLabels) };
      return [{ locale, html: document.html, shown }];
    }),
  );
  return pages.flat();
}

/** The address inside a fragment, which is JSON behind a mark of twelve bytes. */
function addressIn(fragment: Uint8Array): string {
  return (JSON.parse(gunzipSync(fragment).subarray(12).toString('utf8')) as { url: string }).url;
}
