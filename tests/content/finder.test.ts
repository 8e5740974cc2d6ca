import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { finderModel } from '../../src/gate/finder-model.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { offeredLocales, type Locale } from '../../src/domain/locales.ts';
import { answer } from '../../src/lib/finder/answer.ts';
import type { Model } from '../../src/lib/finder/model.ts';
import { packModel, unpackModel } from '../../src/lib/finder/pack.ts';
import { finderLocales } from '../../src/lib/finder/to-learn.ts';
import { examNames, examOf, mark, type Scores } from '../../src/testing/exam.ts';
import { project } from '../fixtures/project.ts';

const { content } = loadContent(await readContentFiles(project));
const languages = finderLocales(content);
const models = new Map<Locale, Model>();
for (const locale of languages) models.set(locale, unpackModel(await finderModel(project, content, locale)));
const modelOf = (locale: Locale): Model => {
  const model = models.get(locale);
  if (!model) throw new Error(`No model in ${locale}`);
  return model;
};

/** Largest file that a visit may cost, packed with brotli, in bytes. */
const largestModel = 100_000;

/**
 * What must not get worse, as counts over all exams: the worst of four measurements in Dutch and English, of contents
 * that differ a little, and just under the worst of two in the others. Chance may still stop someone who mends a
 * wording: `npm run bench:draws` tells. They are no aim; src/lib/finder/README.md has those.
 */
const floors: Readonly<Record<string, Readonly<Record<keyof Scores, number>>>> = {
  nl: { first: 308, firstThree: 374, acuteFound: 113, falseAlarms: 10, refused: 55, wronglyRefused: 4 },
  en: { first: 219, firstThree: 263, acuteFound: 89, falseAlarms: 15, refused: 32, wronglyRefused: 4 },
  es: { first: 78, firstThree: 100, acuteFound: 25, falseAlarms: 4, refused: 11, wronglyRefused: 4 },
  pt: { first: 68, firstThree: 97, acuteFound: 23, falseAlarms: 5, refused: 9, wronglyRefused: 2 },
  ro: { first: 81, firstThree: 100, acuteFound: 25, falseAlarms: 4, refused: 12, wronglyRefused: 1 },
  bg: { first: 70, firstThree: 94, acuteFound: 20, falseAlarms: 3, refused: 10, wronglyRefused: 1 },
  hu: { first: 81, firstThree: 94, acuteFound: 24, falseAlarms: 2, refused: 13, wronglyRefused: 1 },
  pl: { first: 70, firstThree: 92, acuteFound: 22, falseAlarms: 1, refused: 11, wronglyRefused: 2 },
  ar: { first: 68, firstThree: 88, acuteFound: 23, falseAlarms: 6, refused: 8, wronglyRefused: 3 },
};
const smaller: readonly (keyof Scores)[] = ['falseAlarms', 'wronglyRefused'];

describe('the finder on the exams', () => {
  it.each(languages)('in %s is as good as it was', (locale) => {
    // All exams together: learning wobbles, and each alone is too small to tell.
    const questions = examNames.flatMap((name) => examOf(name, locale));
    const scores = mark(questions, ({ q }) => answer(modelOf(locale), q));
    const floor = floors[locale];
    for (const [what, { count, of }] of Object.entries(scores) as [keyof Scores, Scores[keyof Scores]][]) {
      const bar = floor?.[what] ?? 0;
      const told = `${what}: ${String(count)} of ${String(of)}`;
      if (smaller.includes(what)) expect(count, told).toBeLessThanOrEqual(bar);
      else expect(count, told).toBeGreaterThanOrEqual(bar);
    }
  });
});

describe('the models', () => {
  it('are there in every language that is offered', () => {
    expect(languages).toEqual(offeredLocales);
  });

  it.each(languages)('fit a prepaid phone in %s', (locale) => {
    expect(brotliCompressSync(packModel(modelOf(locale))).length).toBeLessThan(largestModel);
  });
});

/** Where the examples in `finder.example` of the interface lead. */
const needOfExample = {
  test: 'anonymous-test',
  afraid: 'client-threat',
  debts: 'debts',
  stop: 'doubt-stopping',
  friend: 'worried-about-adult',
} as const;

describe('the finder on its own content', () => {
  it.each(languages)('leads a label in %s back to its need, or to one with the same first service', (locale) => {
    const model = modelOf(locale);
    const lost = model.needs.filter(({ id, services }) => {
      const label = content.texts[locale]?.questions.get(id)?.label ?? '';
      const found = answer(model, label);
      return !found.needs.includes(id) && found.services[0] !== model.services[services[0]?.id ?? -1];
    });
    expect(lost.length / model.needs.length).toBeLessThan(0.05);
  });

  it.each(languages)('leads each example that the page offers in %s to its need', (locale) => {
    const { finder } = content.interface[locale] as { finder: { example: Record<keyof typeof needOfExample, string> } };
    for (const [name, need] of Object.entries(needOfExample) as [keyof typeof needOfExample, string][])
      expect(answer(modelOf(locale), finder.example[name]).question, finder.example[name]).toBe(need);
  });

  it('puts an emergency service first for every label of an acute need', () => {
    for (const locale of languages)
      for (const { id, isAcute } of modelOf(locale).needs) {
        if (!isAcute) continue;
        const label = content.texts[locale]?.questions.get(id)?.label ?? '';
        expect(answer(modelOf(locale), label), `${id} in ${locale}`).toMatchObject({ acute: true });
      }
  });

  it('lets 112 lead for violence that goes on now, also beside another subject, and not for every blow', () => {
    for (const typed of [
      'mijn vriend slaat me nu',
      'hij slaat me nu en ik heb schulden',
      'ik heb schulden en mijn man staat voor me met een mes',
    ]) {
      const found = answer(modelOf('nl'), typed);
      expect([typed, found.acute, found.services[0]]).toEqual([typed, true, 'noodnummer-112']);
    }
    const found = answer(modelOf('nl'), 'mijn vriend slaat me');
    expect([found.acute, found.services[0]]).toEqual([false, 'veilig-thuis']);
  });

  it('understands a language on the page of another', () => {
    expect(answer(modelOf('en'), 'ik wil dood')).toMatchObject({ acute: true });
    expect(answer(modelOf('nl'), 'he has a gun')).toMatchObject({ acute: true });
    expect(answer(modelOf('en'), 'ik heb schulden').services.slice(0, 3)).toContain('gemeente');
    expect(answer(modelOf('nl'), 'vreau sa ma omor')).toMatchObject({ acute: true });
    expect(answer(modelOf('ro'), 'ik word nu opgesloten')).toMatchObject({ acute: true });
    expect(answer(modelOf('nl'), 'I want a free sti test').services[0]).toBe('ggd-seksuele-gezondheid');
  });
});
