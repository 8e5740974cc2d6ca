import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { localeCodes } from '../../src/domain/locales.ts';
import { themeNames } from '../../src/domain/question.ts';
import { isTooShort } from '../../src/lib/finder/words.ts';
import { examNames } from '../../src/testing/exam.ts';
import { project } from '../fixtures/project.ts';

const { content } = loadContent(await readContentFiles(project));
const { questions, services } = content.records;
const wordings = localeCodes.flatMap((locale) => [
  ...[...(content.texts[locale]?.questions ?? [])].flatMap(([id, words]) =>
    [words.label, ...words.wordings].map((text) => ({ locale, id, text })),
  ),
  ...(content.outside[locale]?.outside ?? []).map((text) => ({ locale, id: 'outside', text })),
]);

describe('the needs of the help-finder', () => {
  it('are at least 120, under every theme', () => {
    expect(questions.size).toBeGreaterThanOrEqual(120);
    const used = new Set([...questions.values()].map(({ theme }) => theme));
    expect(themeNames.filter((theme) => !used.has(theme))).toEqual([]);
  });

  it('lead to every service', () => {
    const asked = new Set([...questions.values()].flatMap((question) => question.services.map(({ id }) => id)));
    expect([...services.keys()].filter((id) => !asked.has(id))).toEqual([]);
  });

  it('lead to every page behind a door', () => {
    const linked = new Set([...questions.values()].flatMap(({ pages }) => pages));
    const pages = content.pages.filter(({ locale, folder }) => locale === 'nl' && folder !== 'about');
    expect(pages.map(({ path }) => path).filter((path) => !linked.has(path))).toEqual([]);
  });

  it('can be asked in at least ten ways in Dutch and in English', () => {
    for (const id of questions.keys())
      for (const locale of ['nl', 'en'] as const)
        expect(
          content.texts[locale]?.questions.get(id)?.wordings.length ?? 0,
          `${id} in ${locale}`,
        ).toBeGreaterThanOrEqual(10);
  });
});

describe('the wordings', () => {
  it('are long enough to be answered', () => {
    const short = wordings.filter(({ id, text }) => id !== 'outside' && isTooShort(text));
    // Hungarian for weed: two letters, which lead anywhere while one types.
    expect(short.map(({ text }) => text)).toEqual(['fű']);
  });
});

/** The exams of the finder. Their READMEs say why none of it may stand in content. */
const exam = examNames.flatMap((folder) =>
  readdirSync(join(project, 'tests/fixtures', folder))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(project, 'tests/fixtures', folder, name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as { q: string }),
);

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of two texts that both have; texts of very different length are not alike. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (Math.min(left.size, right.size) < tooNear * Math.max(left.size, right.size)) return 0;
  let both = 0;
  for (const token of left) if (right.has(token)) both++;
  return both / (left.size + right.size - both);
}

/** Nearer than this, with four words or more, is a copy with a word changed. */
const tooNear = 0.7;

function copies(asked: readonly { text: string }[]): string[] {
  const known = asked.map(({ text }) => ({ text, words: tokens(text), set: new Set(tokens(text)) }));
  return exam.flatMap(({ q }) => {
    const words = tokens(q);
    const set = new Set(words);
    return known
      .filter((other) =>
        words.length < 4 || other.words.length < 4
          ? words.length === other.words.length && words.join(' ') === other.words.join(' ')
          : likeness(set, other.set) >= tooNear,
      )
      .map(({ text }) => `${q} = ${text}`);
  });
}

describe('the exam of the finder', () => {
  it('is there', () => {
    expect(exam.length).toBeGreaterThan(200);
  });

  it('stands nowhere in the wordings, nor nearly so', () => {
    expect(copies(wordings)).toEqual([]);
  });

  it('is recognised when it does', () => {
    const question = exam.find(({ q }) => tokens(q).length > 8)?.q ?? '';
    expect(copies([{ text: `${question} graag` }])).not.toEqual([]);
    expect(copies([{ text: exam.find(({ q }) => tokens(q).length === 1)?.q.toUpperCase() ?? '' }])).not.toEqual([]);
  });
});
