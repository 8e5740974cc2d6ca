import { describe, expect, it } from 'vitest';
import { p90, sentencesIn } from '../../src/lib/readability/sentences.ts';
import { tellingWordsIn } from '../../src/domain/telling-words.ts';

describe('sentences', () => {
  const cases: readonly [text: string, sentences: readonly string[], why: string][] = [
    ['Bel 112. Blijf rustig.', ['Bel 112.', 'Blijf rustig.'], 'a point before a capital ends a sentence'],
    ['Mag dat? Ja! Goed.', ['Mag dat?', 'Ja!', 'Goed.'], 'so do question and exclamation marks'],
    ['Vraag het: wie leest dat mee', ['Vraag het: wie leest dat mee'], 'a colon does not; a list item needs no point'],
    ['Zeg: "Ik wil dat niet." Ga weg.', ['Zeg: "Ik wil dat niet."', 'Ga weg.'], 'a quote closes with its sentence'],
    ['Neem bijv. Fatima mee.', ['Neem bijv. Fatima mee.'], 'a short form ends none'],
    ['Het kost 2.50 euro.', ['Het kost 2.50 euro.'], 'a point in a number ends none'],
    ['  ', [], 'nothing is no sentence'],
  ];
  it.each(cases)('%s', (text, sentences, why) => {
    expect(
      sentencesIn(text).map((sentence) => sentence.text),
      why,
    ).toEqual(sentences);
  });

  it('counts words, a compound with a hyphen as one and a lone sign as none', () => {
    expect(sentencesIn('Een soa-test / een prik is gratis.')[0]?.words).toBe(6);
    expect(sentencesIn('هل تحتاج مساعدة؟ اتصل الآن. نحن هنا.').map(({ words }) => words)).toEqual([3, 2, 2]);
  });

  it('takes the nearest rank for p90', () => {
    expect(p90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(9);
    expect(p90([7])).toBe(7);
    expect(p90([])).toBe(0);
  });
});

describe('T4 telling words', () => {
  const cases = [
    ['nl', 'Gratis soa-test', ['soa']],
    ['nl', 'Sekswerk en regels', ['seks']],
    ['nl', 'Pilates op maandag', []],
    ['nl', 'De pil vergeten', ['=pil']],
    ['nl', 'Brieven en geld', []],
    ['en', 'After a rape', ['=rape']],
    ['en', 'Grapes and therapy', []],
  ] as const;
  it.each(cases)('%s: %s', (locale, text, words) => {
    expect(tellingWordsIn(text, locale)).toEqual(words);
  });
});
