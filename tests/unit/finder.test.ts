import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../src/lib/finder/features.ts';
import { ask, buildFinder, type NeedDocument } from '../../src/lib/finder/finder.ts';
import { tokensOf } from '../../src/lib/finder/tokens.ts';

const need = (id: string, services: string[], wordings: string[], isAcute = false): NeedDocument => ({
  id,
  isAcute,
  services: services.map((service) => ({ id: service, isConditional: false })),
  wordings,
});

const index = buildFinder([
  need('bread', ['baker', 'shop'], ['brood', 'ik wil een vers brood', 'waar koop ik bolletjes']),
  need('fire', ['brigade', 'baker'], ['brand', 'er is brand in huis', 'mijn keuken staat in de fik'], true),
  need('bicycle', ['smith'], ['fietsband', 'mijn band is lek', 'fietsen maken']),
]);

describe('the finder', () => {
  const cases: readonly [typed: string, first: string, why: string][] = [
    ['brood', 'baker', 'one word as an editor wrote it'],
    ['BROOD!!', 'baker', 'capitals and signs say nothing'],
    ['bród', 'baker', 'nor do accents'],
    ['broodje', 'baker', 'an ending changes a word and not its need'],
    ['fiets band', 'smith', 'a compound written apart'],
    ['fietsbnad', 'smith', 'a typing error inside a word'],
    ['kan iemand mij zeggen waar ik bolletjes koop vandaag', 'baker', 'a story with one telling word'],
  ];
  it.each(cases)('%s → %s (%s)', (typed, first) => {
    expect(ask(index, typed).services[0]).toBe(first);
  });

  it('puts danger first and says so', () => {
    expect(ask(index, 'er is brand')).toMatchObject({ acute: true, question: 'fire' });
    expect(ask(index, 'er is brand').services[0]).toBe('brigade');
    expect(ask(index, 'vers brood').acute).toBe(false);
  });

  it('never answers with just anything', () => {
    for (const typed of ['', '   ', '?!', 'xylofoon', 'kwantumveldentheorie'])
      expect(ask(index, typed), typed).toEqual({ services: [], acute: false, known: false, question: null });
  });

  it('gives the same answer for the same text', () => {
    expect(ask(index, 'brood en brand')).toEqual(ask(index, 'brood en brand'));
  });
});

describe('words', () => {
  it('lose accents and endings, and sound alike', () => {
    expect(tokensOf('Sexwerkers')[0]?.stem).toBe(tokensOf('sekswerker')[0]?.stem);
    expect(tokensOf('één idee').map(({ word }) => word)).toEqual(['een', 'idee']);
  });

  it('that say little count little', () => {
    const features = featuresOf('de bakker');
    expect(features.get('w:de')).toBeLessThan(features.get('w:baker') ?? features.get('w:bak') ?? 1);
  });
});
