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
 * What must not get worse, as counts over all exams: no better than the worst of four measurements, of contents that
 * differ in one or two texts. Chance may still stop someone who mends a wording: `npm run bench:draws` tells.
 * They are no aim; the aims stand there too.
 */
const floors: Readonly<Record<string, Readonly<Record<keyof Scores, number>>>> = {
  nl: { first: 251, firstThree: 305, acuteFound: 86, falseAlarms: 12, refused: 49, wronglyRefused: 7 },
  en: { first: 152, firstThree: 195, acuteFound: 59, falseAlarms: 10, refused: 26, wronglyRefused: 8 },
  es: { first: 57, firstThree: 79, acuteFound: 14, falseAlarms: 3, refused: 9, wronglyRefused: 3 },
  pt: { first: 48, firstThree: 74, acuteFound: 13, falseAlarms: 2, refused: 8, wronglyRefused: 2 },
  ro: { first: 61, firstThree: 77, acuteFound: 15, falseAlarms: 3, refused: 10, wronglyRefused: 1 },
  bg: { first: 54, firstThree: 71, acuteFound: 11, falseAlarms: 2, refused: 8, wronglyRefused: 1 },
  hu: { first: 58, firstThree: 70, acuteFound: 14, falseAlarms: 3, refused: 10, wronglyRefused: 1 },
  pl: { first: 50, firstThree: 71, acuteFound: 14, falseAlarms: 2, refused: 9, wronglyRefused: 2 },
  ar: { first: 55, firstThree: 67, acuteFound: 13, falseAlarms: 5, refused: 6, wronglyRefused: 1 },
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
