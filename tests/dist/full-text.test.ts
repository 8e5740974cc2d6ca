import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fullText, type PageTable } from '../../src/domain/full-text.ts';
import { offeredLocales } from '../../src/domain/locales.ts';
import { loadedBy } from '../../src/lib/full-text/search-files.ts';
import { builtFiles, builtPages, localeOfAddress } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

const folder = `/${fullText.folder}/`;
const files = builtFiles().filter((file) => file.startsWith(folder));
const read = (file: string): Buffer => readFileSync(join(project, 'dist', file));
const pages = builtPages();
const table = (locale: string) => JSON.parse(read(`${folder}${locale}.json`).toString('utf8')) as PageTable;

/** Languages of which Pagefind knows no endings. */
const withoutStemmer: readonly string[] = ['bg'];

describe('what a browser loads to search', () => {
  it('is one index, one list of pages, one program and one table a language, and nothing else', () => {
    const names = files.map((file) => file.slice(folder.length).replaceAll(/_[\da-f]{3,}(?=\.)/g, '_0'));
    expect(names.sort()).toEqual(
      [
        'pagefind-entry.json',
        ...offeredLocales.flatMap((locale) => [
          `${locale}.json`,
          `index/${locale}_0.pf_index`,
          `pagefind.${locale}_0.pf_meta`,
        ]),
        // A language that Pagefind knows no endings of shares a program with the others of its kind.
        ...new Set(
          offeredLocales.map((locale) => `wasm.${withoutStemmer.includes(locale) ? 'unknown' : locale}.pagefind`),
        ),
      ].sort(),
    );
  });

  it('brings no page of Pagefind itself, which would make markup out of strings', () => {
    expect(builtFiles().filter((file) => /fragment|-ui|highlight|playground|worker/.test(file))).toEqual([]);
    const scripts = builtFiles().filter((file) => file.endsWith('.js'));
    // Its own, the finder's, the directory's, the map's, and the tools of a referral route.
    expect(scripts).toHaveLength(5);
    expect(
      scripts.filter((file) =>
        /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(/.test(read(file).toString()),
      ),
    ).toEqual([]);
  });

  it('is asked for by the search pages alone', () => {
    const asking = pages.filter(({ html }) => html.includes(folder)).map(({ address }) => address);
    expect(asking).toEqual(offeredLocales.map((locale) => `/${locale}/${fullText.page}/`).sort());
  });

  it.each(offeredLocales)('has every page of %s in its table, as it is called there, and no other', (locale) => {
    const listed = Object.values(table(locale));
    const wanted = pages.filter(
      ({ address, html }) =>
        localeOfAddress(address) === locale &&
        !html.includes('<link rel="canonical"') &&
        !address.endsWith('404.html') &&
        address !== `/${locale}/${fullText.page}/`,
    );
    expect(listed.map(({ address }) => address).sort()).toEqual(wanted.map(({ address }) => address).sort());
    for (const { address, title, short } of listed) {
      const html = wanted.find((page) => page.address === address)?.strings.texts ?? [];
      expect(html, address).toContain(title);
      expect(short.length, address).toBeGreaterThan(0);
    }
  });

  it.each(offeredLocales)('has the canary in the index of %s, after every word of the site', (locale) => {
    const index = files.find((file) => file.startsWith(`${folder}index/${locale}_`)) ?? '';
    const bytes = gunzipSync(read(index));
    const place = bytes.indexOf(fullText.canary);
    expect(place).toBeGreaterThan(bytes.length * 0.9);
    expect(pages.filter(({ html }) => html.includes(fullText.canary))).toEqual([]);
  });

  it.each(offeredLocales)('costs what the page in %s says, to ten kB', (locale) => {
    const { html } = pages.find(({ address }) => address === `/${locale}/${fullText.page}/`) ?? { html: '' };
    expect(html).not.toContain(fullText.sizeMark);
    const said = Number(/(\d+) kB/.exec(html)?.[1]);
    const script = builtFiles().filter((file) => file.endsWith('.js') && html.includes(file.replaceAll('\\', '/')));
    const names = files.map((file) => file.slice(folder.length));
    const own = loadedBy(locale, names).map((name) => `${folder}${name}`);
    const bytes = [...script, ...own].reduce((sum, file) => sum + read(file).length, 0);
    expect(said).toBe(Math.ceil(bytes / 10_000) * 10);
    expect(said).toBeLessThan(400);
  });
});
