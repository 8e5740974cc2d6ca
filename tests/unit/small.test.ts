import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/lib/content/did-you-mean.ts';
import { daysOverdue } from '../../src/lib/freshness/site-date.ts';
import { dayRuns, isAlwaysOpen } from '../../src/lib/hours/describe-days.ts';
import { address } from '../../src/lib/i18n/address.ts';
import { formatSourceDate } from '../../src/lib/i18n/format-date.ts';
import { translator } from '../../src/lib/i18n/translator.ts';
import { byCodeUnit } from '../../src/lib/order/by-code-unit.ts';
import { askFirst } from '../../src/lib/trust/ask-first.ts';
import type { TrustFact, TrustTopic } from '../../src/domain/service.ts';

describe('did you mean', () => {
  it.each([
    ['ggd-sence', 'ggd-sense', 'one letter wrong'],
    ['gdg-sense', 'ggd-sense', 'two letters swapped'],
    ['sense', undefined, 'too far to guess'],
  ])('%s → %s', (written, meant, _why) => {
    expect(didYouMean(written, ['ggd-sense', 'veilig-thuis'])).toBe(meant);
  });

  it('gives the first by code unit when two are equally near', () => {
    expect(didYouMean('bak', ['bas', 'bal'])).toBe('bal');
  });
});

describe('what to ask first', () => {
  const fact = (topic: TrustTopic, answer: 'yes' | 'no' = 'yes'): TrustFact => ({
    topic,
    answer,
    confidence: 'high',
    sources: ['boek'],
  });

  it('asks all four while nothing is known', () => {
    expect(askFirst({ trust: [] })).toEqual(['name', 'write', 'hears', 'cost']);
  });

  it('asks no name where one may stay anonymous, and no price where it is free', () => {
    expect(askFirst({ trust: [fact('anonymous'), fact('free')] })).toEqual(['write', 'hears']);
  });

  it('still asks who hears it when only one of the four is known', () => {
    expect(askFirst({ trust: [fact('shared-with-police', 'no')] })).toContain('hears');
  });

  it('trusts no fact that is low', () => {
    expect(askFirst({ trust: [{ ...fact('free'), confidence: 'low' }] })).toContain('cost');
  });
});

describe('opening hours', () => {
  it('tells days as runs', () => {
    expect(dayRuns(['MO', 'TU', 'WE', 'FR'])).toEqual([
      ['MO', 'WE'],
      ['FR', 'FR'],
    ]);
  });

  it('knows day and night only when it is all week', () => {
    const always = { byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, opensAt: '00:00', closesAt: '24:00' };
    expect(isAlwaysOpen({ ...always, byday: [...always.byday] })).toBe(true);
    expect(isAlwaysOpen({ ...always, byday: ['MO'] })).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    [['/', 'nl'], '/nl/'],
    [['/', 'nl', 'work/check'], '/nl/work/check/'],
    [['/help', 'nl', '/work/check/'], '/help/nl/work/check/'],
    [['/'], '/'],
  ] as const)('%j → %s', ([base, ...parts], wanted) => {
    expect(address(base, ...parts)).toBe(wanted);
  });
});

describe('dates', () => {
  it.each([
    ['2024-07-09', '9 July 2024'],
    ['2024-07', 'July 2024'],
    ['2024', '2024'],
    ['undated', undefined],
  ])('%s → %s', (date, wanted) => {
    expect(formatSourceDate(date, 'en')).toBe(wanted);
  });

  it('is overdue the day after, not on the day', () => {
    expect(daysOverdue('2026-01-01', 30, '2026-01-31')).toBe(0);
    expect(daysOverdue('2026-01-01', 30, '2026-02-01')).toBe(1);
  });
});

describe('strings', () => {
  const texts = { nl: { hello: 'Dag {{name}}', only: 'alleen hier' }, en: { hello: 'Hello {{name}}' } };

  it('fills in values', () => {
    expect(translator('en', texts)('hello', { name: 'Ada' })).toBe('Hello Ada');
  });

  it('falls back to the next language', () => {
    expect(translator('en', texts)('only')).toBe('alleen hier');
  });

  it('never shows a key', () => {
    expect(() => translator('en', texts)('missing')).toThrow('missing');
  });
});

describe('order', () => {
  it('is by code unit, whatever the language of the machine', () => {
    expect(['é', 'z', 'Z', 'a'].sort(byCodeUnit)).toEqual(['Z', 'a', 'z', 'é']);
  });
});
