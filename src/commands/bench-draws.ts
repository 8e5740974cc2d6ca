import type { Content } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import { finderModel } from '../gate/finder-model.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { answer } from '../lib/finder/answer.ts';
import { unpackModel } from '../lib/finder/pack.ts';
import { finderLocales } from '../lib/finder/to-learn.ts';
import { examNames, examOf, mark, type Scores } from '../testing/exam.ts';

/**
 * `npm run bench:draws`: how much the figures of the finder owe to chance. Learns again and again from content
 * that differs in one text a language, marks every exam, and prints the lowest count, the mean and the highest.
 * `npm run bench:draws -- 4` takes four draws; each takes as long as learning all languages. Is no test.
 */
const draws = Number(process.argv[2] ?? 3);
if (!Number.isInteger(draws) || draws < 1) {
  console.error('Say how many draws: npm run bench:draws -- 3');
  process.exit(1);
}
const project = process.cwd();
const { content } = loadContent(await readContentFiles(project));
const languages = finderLocales(content);
/** What is told together. */
const groups: readonly { readonly name: string; readonly of: readonly Locale[] }[] = [
  ...languages.map((locale) => ({ name: locale, of: [locale] })),
  { name: 'all but nl and en', of: languages.filter((locale) => locale !== 'nl' && locale !== 'en') },
];

const columns = ['first', 'firstThree', 'acuteFound', 'falseAlarms', 'refused', 'wronglyRefused'] as const;
const drawn: Map<string, Scores>[] = [];
for (let draw = 0; draw < draws; draw++) {
  const scores = new Map<string, Scores>();
  for (const locale of languages) {
    const model = unpackModel(await finderModel(project, without(content, draw), locale));
    for (const name of examNames)
      scores.set(
        `${name} ${locale}`,
        mark(examOf(name, locale), ({ q }) => answer(model, q)),
      );
  }
  drawn.push(scores);
  console.error(`Draw ${String(draw + 1)} of ${String(draws)} is learned.`);
}

console.log(
  '| exams, language | first right | in first three | danger found | false alarms | refused | wrongly refused |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const exams of [['eval', 'exam-blind'], examNames] as const)
  for (const { name, of } of groups) {
    const keys = exams.flatMap((exam) => of.map((locale) => `${exam} ${locale}`));
    const cells = columns.map((what) => cellOf(keys, what));
    console.log(`| ${[`${exams.join(' + ')}, ${name}`, ...cells].join(' | ')} |`);
  }

/** Lowest, mean and highest count over the draws, of how many; each the sum over these exams and languages. */
function cellOf(keys: readonly string[], what: keyof Scores): string {
  const scores = drawn.map((draw) => keys.map((key) => draw.get(key)![what]));
  const counts = scores.map((all) => sum(all.map(({ count }) => count)));
  const of = sum(scores[0]!.map((one) => one.of));
  return `${String(Math.min(...counts))}, ${(sum(counts) / draws).toFixed(1)}, ${String(Math.max(...counts))} of ${String(of)}`;
}

/** The content without the text of this number among what is outside, in each language. */
function without(all: Content, draw: number): Content {
  const outside = Object.fromEntries(
    Object.entries(all.outside).map(([locale, words]) => [
      locale,
      { ...words, outside: words.outside.filter((_, place) => place !== draw) },
    ]),
  );
  return { ...all, outside };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
