import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { filesBelow } from '../gate/files-below.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { checkContent } from '../lib/check/check-content.ts';
import { isForVisitors, sentencesOf } from '../lib/check/rules/reading.ts';
import { isPublishable } from '../lib/contact/publish.ts';
import { p90 } from '../lib/readability/sentences.ts';
import { contactValueLists } from '../domain/contact.ts';
import { fullText } from '../domain/full-text.ts';
import { offeredLocales } from '../domain/locales.ts';
import { recordedFigures } from '../testing/record-figure.ts';

/**
 * `npm run figures`: the figures of the README, measured on the built site and the content, and those
 * that the last `npm test` measured with browsers and a real server.
 */
const project = process.cwd();
const dist = join(project, 'dist');
const sizes = await Promise.all(
  (await filesBelow(dist)).map(async (path) => {
    const bytes = await readFile(join(dist, path));
    return {
      name: basename(path),
      path,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: path.endsWith('.bin') ? brotliCompressSync(bytes).length : 0,
      text: bytes.toString('utf8'),
    };
  }),
);
const pages = sizes.filter(({ name }) => name.endsWith('.html')).sort((a, b) => a.gzip - b.gzip);
const searchPages = offeredLocales.flatMap((locale) =>
  pages.filter(({ path }) => path === `${locale}/${fullText.page}/index.html`),
);
const startPages = offeredLocales.flatMap((locale) => pages.filter(({ path }) => path === `${locale}/index.html`));
/** Bytes of the fonts that a page asks for. */
const fontsOf = (html: string): number =>
  [...html.matchAll(/<link rel="preload" as="font"[^>]*href="[^"]*\/([^"/]+)"/g)]
    .map((match) => sizes.find(({ name }) => name === match[1])?.raw ?? 0)
    .reduce((sum, raw) => sum + raw, 0);
const styles = sizes.filter(({ name }) => name.endsWith('.css')).reduce((sum, { gzip }) => sum + gzip, 0);
const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(pages[0]?.text ?? '')?.[1] ?? '';

const report = checkContent(await readContentFiles(project));
const values = [...report.loaded.content.records.contacts.values()].flatMap((contact) =>
  contactValueLists.flatMap((list) =>
    contact[list].map((value) => contact.visibility === 'public' && isPublishable(value)),
  ),
);
const reading = offeredLocales.map((locale) => {
  const pages = report.loaded.content.pages.filter(
    (page) => page.locale === locale && isForVisitors(report.loaded, page),
  );
  const counts = pages.map((page) => sentencesOf(report.loaded, page).map(({ words }) => words));
  const worst = Math.max(...counts.map(p90));
  return [
    `words a sentence on ${String(pages.length)} visitors' pages in ${locale}: p90 / p90 of the hardest page / longest`,
    `${String(p90(counts.flat()))} / ${String(worst)} / ${String(Math.max(...counts.flat()))}`,
  ] as [string, string];
});
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const rows: [string, string][] = [
  ['pages built', String(pages.length)],
  [
    'HTML of a page, gzip: median / largest',
    `${kB(pages[Math.floor(pages.length / 2)]?.gzip ?? 0)} / ${kB(pages.at(-1)?.gzip ?? 0)}`,
  ],
  ['style sheets, gzip, all together', kB(styles)],
  [
    'scripts: the one in the head, raw / external',
    `${kB(Buffer.byteLength(script))} / ${String(sizes.filter(({ name }) => name.endsWith('.js')).length)} files`,
  ],
  [
    `searching in ${offeredLocales.join(' / ')}: what its page loads on top`,
    searchPages.map(({ text }) => /\d+ kB/.exec(text)?.[0] ?? 'unknown').join(' / '),
  ],
  [`fonts on every page of ${offeredLocales.join(' / ')}`, startPages.map(({ text }) => kB(fontsOf(text))).join(' / ')],
  [
    `the finder in ${offeredLocales.join(' / ')}, brotli`,
    offeredLocales
      .map((locale) => sizes.find(({ path }) => path === `words/${locale}.bin`))
      .map((model) => kB(model?.brotli ?? 0))
      .join(' / '),
  ],
  ...reading,
  [
    'records',
    Object.entries(report.counts)
      .filter(([name]) => !name.startsWith('pages'))
      .map(([name, count]) => `${String(count)} ${name}`)
      .join(', '),
  ],
  [
    'contact values: shown / kept back',
    `${String(values.filter(Boolean).length)} / ${String(values.filter((shown) => !shown).length)}`,
  ],
  [
    'errors / warnings / open',
    `${String(report.errors.length)} / ${String(report.warnings.length)} / ${String(report.open.length)}`,
  ],
  [
    'services of the chain without a confirmed way (blocks a release)',
    String(report.open.filter(({ code }) => code === 'no-confirmed-way').length),
  ],
  ...recordedFigures().map(({ name, value }): [string, string] => [name.replace(/^T0/, 'T'), value]),
];
console.log(
  ['| figure | value |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n'),
);
