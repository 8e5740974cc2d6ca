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
 * What must not get worse, as counts over all exams: a little under the worst of three measurements, of contents that
 * differ in a part of the wordings. Chance may still stop someone who mends a wording: `npm run bench:draws` tells. They
 * are no aim; src/lib/finder/README.md has those.
 */
const floors: Readonly<Record<string, Readonly<Record<keyof Scores, number>>>> = {
  nl: { first: 334, firstThree: 408, acuteFound: 137, falseAlarms: 7, refused: 60, wronglyRefused: 6 },
  en: { first: 248, firstThree: 300, acuteFound: 109, falseAlarms: 17, refused: 38, wronglyRefused: 7 },
  es: { first: 97, firstThree: 120, acuteFound: 38, falseAlarms: 8, refused: 11, wronglyRefused: 4 },
  pt: { first: 84, firstThree: 118, acuteFound: 36, falseAlarms: 5, refused: 9, wronglyRefused: 2 },
  ro: { first: 100, firstThree: 121, acuteFound: 38, falseAlarms: 7, refused: 13, wronglyRefused: 2 },
  bg: { first: 88, firstThree: 113, acuteFound: 35, falseAlarms: 9, refused: 9, wronglyRefused: 2 },
  hu: { first: 93, firstThree: 115, acuteFound: 38, falseAlarms: 7, refused: 13, wronglyRefused: 2 },
  pl: { first: 84, firstThree: 114, acuteFound: 36, falseAlarms: 3, refused: 11, wronglyRefused: 1 },
  ar: { first: 87, firstThree: 109, acuteFound: 37, falseAlarms: 11, refused: 8, wronglyRefused: 2 },
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
      // About nothing the site knows, but for these four words.
      'de trein was te laat, het regende, leuke film gezien, hij heeft een mes',
    ]) {
      const found = answer(modelOf('nl'), typed);
      expect([typed, found.acute, found.services[0]]).toEqual([typed, true, 'noodnummer-112']);
    }
    const found = answer(modelOf('nl'), 'mijn vriend slaat me');
    expect([found.acute, found.services[0]]).toEqual([false, 'veilig-thuis']);
  });

  it('hears plain danger beside another subject in one breath', () => {
    const asked = [
      ['en', 'my test was bad and i want to end my life'],
      ['es', 'no quiero vivir mas, tampoco tengo casa'],
      ['ro', 'sotul meu ma bate acum si nu am acte'],
      ['pl', 'nie mam pracy i chce sie zabic'],
    ] as const;
    for (const [locale, typed] of asked) expect(answer(modelOf(locale), typed), typed).toMatchObject({ acute: true });
  });

  it('raises no alarm for a word that has nothing to do with danger', () => {
    for (const typed of ['tafel', 'stoel', 'fiets', 'morgen', 'blauw'])
      expect(answer(modelOf('nl'), typed), typed).toMatchObject({ acute: false });
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
