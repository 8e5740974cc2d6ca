import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Content } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import { finderModel } from '../gate/finder-model.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { answer, type FinderAnswer } from '../lib/finder/answer.ts';
import type { Model } from '../lib/finder/model.ts';
import { unpackModel } from '../lib/finder/pack.ts';
import { isTooShort } from '../lib/finder/words.ts';
import { createSiteServer } from '../server/site-server.ts';
import { site } from '../site.ts';
import { examNames, examOf, mark, type Scores } from '../testing/exam.ts';
import { findChromium } from '../testing/find-chromium.ts';
import { finderScript } from '../testing/finder-bench/bundle.ts';
import { speedOf, typeAll, type Milliseconds, type Speed, type Trial } from '../testing/finder-bench/keystrokes.ts';
import * as miniSearch from '../testing/finder-bench/mini-search.ts';
import * as orama from '../testing/finder-bench/orama.ts';
import { pagefindAnswers, pagefindRival } from '../testing/finder-bench/pagefind.ts';
import { builtFinder, packed, restOfVisit } from '../testing/finder-bench/visit.ts';
import type { Documents } from '../testing/finder-bench/votes.ts';

/**
 * `npm run bench:finder`: our finder beside libraries on the exams, in bytes and in milliseconds, as one
 * table (src/lib/finder/README.md). Needs a built site; takes some minutes; writes nothing and is no test.
 */
const locales = ['nl', 'en'] as const satisfies readonly Locale[];
/** Exam questions that are typed letter by letter. */
const typedQuestions = 40;

/** One finder in one language. */
interface Contender {
  readonly name: string;
  readonly ask: (text: string) => FinderAnswer;
  /** Bytes of the index, and of the script that reads and shows it. */
  readonly size?: { readonly brotli: number; readonly gzip: number; readonly script: number };
  readonly trial?: Omit<Trial, 'name'>;
}

const project = process.cwd();
const dist = join(project, 'dist');
const { content } = loadContent(await readContentFiles(project));
const chromium = findChromium();
if ('tried' in chromium) stop(`No browser:\n${chromium.tried.join('\n')}`);

const scripts = { miniSearch: await finderScript('mini-search.ts'), orama: await finderScript('orama.ts') };
const all: { readonly locale: Locale; readonly contenders: readonly Contender[] }[] = [];
for (const locale of locales) all.push({ locale, contenders: await contendersIn(locale) });
const names = all[0]?.contenders.map(({ name }) => name) ?? [];
// What is known first is printed first: typing takes minutes.
print([['nl / en', ...names], names.map(() => '---').concat('---'), ...examNames.flatMap(examRows), ...sizeRows()]);
print(speedRows('a keystroke in nl in Node: read, rank', engineSpeedsIn('nl')));
print(speedRows('a keystroke in nl in Chromium, 4× slower, its longest bit', await speedsIn('nl')));

async function contendersIn(locale: Locale): Promise<Contender[]> {
  const bytes = await finderModel(project, content, locale);
  const built = builtFinder(dist, locale);
  if (!built || Buffer.compare(bytes, built.model) !== 0)
    stop('dist/ is missing or of other content. Run "npm run build" first.');
  const model = unpackModel(bytes);
  const documents = documentsOf(content, locale, model);
  const served = (index: Uint8Array, script: string): Pick<Contender, 'size' | 'trial'> => ({
    size: { brotli: packed(index), gzip: gzipSync(index, { level: 9 }).length, script: packed(script) },
    trial: { script, model: index },
  });

  const miniIndex = miniSearch.packMiniSearch(documents);
  const mini = miniSearch.unpackModel(miniIndex, model.edition);
  const oramaIndex = orama.packOrama(documents);
  const oramaModel = orama.unpackModel(oramaIndex, model.edition);
  const pagefind = await pagefindRival(documents, locale);
  const found = await pagefindAnswers(
    pagefind,
    examNames.flatMap((name) => examOf(name, locale).map(({ q }) => q)),
  );
  const pagefindFiles = [...pagefind.index.values()];
  return [
    { name: 'this finder', ask: (text) => answer(model, text), ...served(bytes, built.script) },
    {
      name: 'MiniSearch 7.2.0',
      ask: (text) => miniSearch.answer(mini, text),
      ...served(miniIndex, scripts.miniSearch),
    },
    { name: 'Orama 3.1.18', ask: (text) => orama.answer(oramaModel, text), ...served(oramaIndex, scripts.orama) },
    {
      name: 'Pagefind 1.5.2',
      ask: (text) => found.get(text) ?? stop('Pagefind was not asked this'),
      size: {
        // Its files are packed already.
        brotli: pagefindFiles.reduce((sum, { length }) => sum + length, 0),
        gzip: pagefindFiles.reduce((sum, { length }) => sum + length, 0),
        script: packed(built.script) + packed(pagefind.script),
      },
    },
  ];
}

function documentsOf({ texts }: Content, locale: Locale, { edition, services, needs }: Model): Documents {
  const words = needs.map(({ id }) => texts[locale]?.questions.get(id) ?? { label: '', wordings: [] });
  return { edition, services, needs, texts: words };
}

function examRows(name: (typeof examNames)[number]): string[][] {
  const marked = all.map(({ locale, contenders }) =>
    contenders.map(({ ask }) => mark(examOf(name, locale), ({ q }) => ask(q))),
  );
  const row = (what: keyof Scores, told: string): string[] => [
    `${name}: ${told}, of ${marked.map(([first]) => String(first?.[what].of)).join(' / ')}`,
    ...names.map((_, place) => marked.map((scores) => String(scores[place]?.[what].count)).join(' / ')),
  ];
  return [
    row('first', 'first right'),
    row('firstThree', 'right in the first three'),
    row('acuteFound', 'danger found'),
    row('falseAlarms', 'false alarms'),
    row('refused', 'refused what is outside'),
    row('wronglyRefused', 'wrongly refused'),
  ];
}

function sizeRows(): string[][] {
  const row = (told: string, bytesOf: (size: NonNullable<Contender['size']>, locale: Locale) => number): string[] => [
    `${told}, kB`,
    ...names.map((_, place) =>
      all
        .map(({ locale, contenders }) => {
          const size = contenders[place]?.size;
          return size ? (bytesOf(size, locale) / 1000).toFixed(1) : '–';
        })
        .join(' / '),
    ),
  ];
  return [
    row('index, brotli', ({ brotli }) => brotli),
    row('index, gzip', ({ gzip }) => gzip),
    row('script with the view, brotli', ({ script }) => script),
    row(
      'a first visit to the start page in all, brotli',
      ({ brotli, script }, locale) => brotli + script + restOfVisit(dist, locale),
    ),
  ];
}

function speedRows(told: string, speeds: readonly Speed[]): string[][] {
  const row = (what: string, tell: (speed: Speed) => string): string[] => [
    what,
    ...names.map((name) => {
      const speed = speeds.find((one) => one.name === name);
      return speed ? tell(speed) : '–';
    }),
  ];
  const mini = speeds.find(({ name }) => name.startsWith('MiniSearch'));
  const inMs = ({ p50, p95 }: Milliseconds): string => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  const beside = (part: number, whole = Number.NaN): string => (part / whole).toFixed(2);
  return [
    row(`${told}, p50 / p95 of ${String(mini?.keystrokes)}, ms`, inMs),
    row('beside MiniSearch', ({ p50, p95 }) => `${beside(p50, mini?.p50)} / ${beside(p95, mini?.p95)}`),
    ...(mini?.page
      ? [
          row('the first bit: read and rank, ms', ({ page }) => (page ? inMs(page.found) : '–')),
          row('all bits together, ms', ({ page }) => (page ? inMs(page.inAll) : '–')),
        ]
      : []),
  ];
}

function print(rows: readonly (readonly string[])[]): void {
  console.log(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'));
}

async function speedsIn(locale: Locale): Promise<Speed[]> {
  if ('tried' in chromium) return [];
  const trials = (all.find((one) => one.locale === locale)?.contenders ?? []).flatMap(({ name, trial }) =>
    trial ? [{ name, ...trial }] : [],
  );
  const server = await createSiteServer({ dist, base: site.base });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const page = `http://127.0.0.1:${String(port)}${site.base}${locale}/`;
    return await typeAll(chromium.path, page, trials, toType(locale));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Every so many of the larger exam, so that all its subjects are there. */
function toType(locale: Locale): string[] {
  const exam = examOf('exam-blind', locale);
  const step = Math.floor(exam.length / typedQuestions);
  return exam
    .filter((_, place) => place % step === 0)
    .slice(0, typedQuestions)
    .map(({ q }) => q);
}

/** Reading and ranking alone, here in Node: what an engine costs beside the page that all of them share. */
function engineSpeedsIn(locale: Locale): Speed[] {
  const prefixes = toType(locale)
    .flatMap((text) => Array.from(text, (_, place) => text.slice(0, place + 1)))
    .filter((text) => !isTooShort(text));
  const contenders = all.find((one) => one.locale === locale)?.contenders ?? [];
  return contenders
    .filter(({ trial }) => trial)
    .map(({ name, ask }) => {
      for (const text of prefixes.slice(0, 200)) ask(text);
      const took = prefixes.map((text) => {
        const from = performance.now();
        ask(text);
        return performance.now() - from;
      });
      return speedOf(name, took);
    });
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
