import { describe, expect, it } from 'vitest';
import { answer, type FinderAnswer } from '../../src/lib/finder/answer.ts';
import { narrowed, weightFor } from '../../src/lib/finder/arrange.ts';
import { buildModel } from '../../src/lib/finder/build-model.ts';
import { ageFits } from '../../src/lib/finder/conditions.ts';
import { dangerIn, isDanger, stretchesOf } from '../../src/lib/finder/danger.ts';
import { featuresOf } from '../../src/lib/finder/features.ts';
import { groupNames, groupsIn, tableOf } from '../../src/lib/finder/groups.ts';
import type { NeedToLearn } from '../../src/lib/finder/lessons.ts';
import { marksOf } from '../../src/lib/finder/marks.ts';
import { learnMeanings } from '../../src/lib/finder/meanings.ts';
import { read } from '../../src/lib/finder/model.ts';
import { packModel, unpackModel } from '../../src/lib/finder/pack.ts';
import { stemOf } from '../../src/lib/finder/stem.ts';
import { wordsOf } from '../../src/lib/finder/words.ts';

const need = (id: string, services: string[], wordings: string[], isAcute = false): NeedToLearn => ({
  id,
  isAcute,
  services: services.map((service) => ({ id: service, when: [] })),
  // Every wording three times: what only one text has is not learned.
  wordings: wordings.flatMap((text) => [text, text, text]).map((text) => ({ locale: 'nl', text })),
});

const lesson = {
  locales: ['nl'],
  needs: [
    need(
      'bicycle',
      ['smith'],
      ['fietsband', 'mijn band is lek', 'fietsen maken', 'het wiel van mijn fiets is krom', 'mijn karretje is stuk'],
    ),
    need('bread', ['baker', 'shop'], ['brood', 'ik wil een vers brood', 'waar koop ik bolletjes', 'bakkerij open']),
    need('fire', ['noodnummer-112', 'baker'], ['brand', 'er is brand in huis', 'mijn keuken staat in de fik'], true),
  ],
  groups: [
    {
      locale: 'nl',
      groups: {
        bread: { words: ['brood', 'stokbrood', 'mik*'], misspelled: ['broot'] },
        wheels: { words: ['fiets', 'karretje', '*wieler', 'op twee wielen'], alsoMeans: ['traffic'] },
        traffic: { words: ['verkeer'] },
      },
    },
  ],
  outside: ['kwantumveldentheorie', 'hoe laat gaat de zon onder', 'een grapje vertellen'].flatMap((text) =>
    [text, text, text].map((one) => ({ locale: 'nl', text: one })),
  ),
};
const build = () => buildModel(lesson, 'nl', new Map([['nl', learnMeanings(lesson, 'nl')]]), 'nl-test');
const model = build();

describe('the finder', () => {
  const cases: readonly [typed: string, first: string, why: string][] = [
    ['brood', 'baker', 'one word as an editor wrote it'],
    ['BROOD!!', 'baker', 'capitals and signs say nothing'],
    ['bröd brôod', 'baker', 'nor do accents'],
    ['broodje', 'baker', 'an ending changes a word and not its need'],
    ['fiets band', 'smith', 'a compound written apart'],
    ['fietsbnad', 'smith', 'a typing error inside a word'],
    ['stokbrood', 'baker', 'a word of a group that no wording has'],
    ['driewieler', 'smith', 'the end of a word, by a star'],
    ['kan iemand mij zeggen waar ik bolletjes koop vandaag', 'baker', 'a story with one telling word'],
  ];
  it.each(cases)('%s → %s (%s)', (typed, first) => {
    expect(answer(model, typed).services[0]).toBe(first);
  });

  it('puts danger first and says so, and keeps the rest', () => {
    const found = answer(model, 'er is brand');
    expect(found).toMatchObject({ acute: true, question: 'fire', known: true });
    expect(found.services[0]).toBe('noodnummer-112');
    expect(found.services.length).toBeGreaterThan(1);
    expect(answer(model, 'vers brood').acute).toBe(false);
  });

  it('hears danger in a few words of a text about something else', () => {
    const danger = (text: string): boolean => isDanger(model, text, read(model, text));
    expect(danger('een vers brood, brand in huis')).toBe(true);
    expect(danger('ik wil een vers brood, waar koop ik bolletjes')).toBe(false);
    // The same words in one stretch: as a whole they are no danger.
    expect(danger('een vers brood-brand in huis')).toBe(false);
  });

  it('wants the plainer a stretch, the less the whole says of danger', () => {
    const text = 'een vers brood, brand in huis';
    // What the plainest stretch says, and a whole that says this much: as likely a danger as not, so that is all there is.
    const needs = Float64Array.from(model.needs, ({ isAcute }) => (isAcute ? 0.5 : 0));
    const danger = (whole: number, stretch: number): boolean => {
      // The model is as it is; so the bias of danger moves its stretches, and the whole is made.
      const place = model.services.length + model.needs.length;
      const plainest = Math.max(...stretchesOf(text).map((part) => dangerIn(model, read(model, part))));
      const bias = Float32Array.from(model.bias, (one, output) => (output === place ? one + stretch - plainest : one));
      return isDanger({ ...model, bias }, text, { ...read(model, text), needs, acute: whole, known: 1 });
    };
    expect([danger(-4, 4.5), danger(-4, 5.5)]).toEqual([false, true]);
    expect([danger(-8, 8.5), danger(-8, 9.5)]).toEqual([false, true]);
    expect([danger(-13, 9.5), danger(-13, 30)]).toEqual([false, false]);
  });

  it('wants danger plainer where a text seems to be about nothing it knows', () => {
    // As likely a danger as not: then what is read of danger itself is all there is.
    const needs = Float64Array.from(model.needs, ({ isAcute }) => (isAcute ? 0.5 : 0));
    const danger = (acute: number, known: number): boolean =>
      isDanger(model, 'brand', { ...read(model, 'brand'), needs, acute, known });
    expect([danger(0, 0.1), danger(0, -0.1), danger(3, -0.1)]).toEqual([true, false, true]);
  });

  it('lets 112 lead, and not Veilig Thuis, where the nearest danger is one for 112', () => {
    const home = { ...model, services: model.services.map((id) => (id === 'baker' ? 'veilig-thuis' : id)) };
    expect(answer(home, 'een vers brood, brand in huis')).toMatchObject({ acute: true, question: 'fire' });
    expect(answer(home, 'een vers brood, brand in huis').services.slice(0, 2)).toEqual([
      'noodnummer-112',
      'veilig-thuis',
    ]);
    expect(answer(home, 'een vers brood').services[0]).toBe('veilig-thuis');
  });

  it('never answers with just anything', () => {
    for (const typed of ['', '   ', '?!', 'br', 'kwantumveldentheorie', 'een grapje'])
      expect(answer(model, typed)).toMatchObject({ services: [], known: false, acute: false, question: null });
  });

  it('gives the same bytes for the same content', () => {
    expect(packModel(build())).toEqual(packModel(model));
  });
});

describe('the model as bytes', () => {
  const bytes = packModel(model);

  it('comes back as it was', () => {
    const back = unpackModel(bytes, 'nl-test');
    for (const [typed] of [['brood'], ['er is brand'], ['fiets']] as const)
      expect(answer(back, typed)).toEqual(answer(model, typed));
  });

  it('is refused when it is cut off, changed in any byte, empty or of another edition', () => {
    expect(() => unpackModel(bytes.slice(0, -1))).toThrow();
    expect(() => unpackModel(new Uint8Array())).toThrow();
    expect(() => unpackModel(bytes, 'nl-other')).toThrow('Another edition');
    for (let place = 0; place < bytes.length; place += 97) {
      const changed = bytes.slice();
      changed[place] = changed[place]! ^ 1;
      expect(() => unpackModel(changed), String(place)).toThrow();
    }
  });
});

describe('stretches of a text', () => {
  it('end at a comma or a full stop, in any script', () => {
    expect(stretchesOf('hij is weg, maar ik niet. help mij')).toEqual(['hij is weg', 'maar ik niet', 'help mij']);
    expect(stretchesOf('زوجي يضربني، عندي ديون')).toEqual(['زوجي يضربني', 'عندي ديون']);
  });

  it('overlap where nothing ends', () => {
    expect(stretchesOf('1 2 3 4 5 6 7 8 9 10 11 12 13')).toEqual([
      '1 2 3 4 5 6 7 8',
      '5 6 7 8 9 10 11 12',
      '9 10 11 12 13',
    ]);
  });

  it('are not one word, nor the text itself', () => {
    expect(stretchesOf('help, er is brand')).toEqual(['er is brand']);
    expect(stretchesOf('er is brand in huis')).toEqual([]);
    expect(stretchesOf('er is brand in huis.')).toEqual([]);
  });
});

describe('words', () => {
  it('drop accents, signs and repeated letters, and write Cyrillic in Latin', () => {
    expect(wordsOf('Héééélp!! Can’t... помощ')).toEqual(['heelp', 'cant', 'pomosht']);
  });

  it('meet however a Bulgarian, a Pole or an Arab types them', () => {
    expect(wordsOf('4ovek 6ef mu4i')).toEqual(wordsOf('човек шеф мучи'));
    expect(wordsOf('4 dagen, 4dagen, 6uur')).toEqual(['4', 'dagen', '4dagen', '6uur']);
    expect(stemOf(wordsOf('policzkował')[0]!)).toBe(stemOf(wordsOf('policzkowal')[0]!));
    expect(wordsOf('والمساعدة بالشرطة')).toEqual(wordsOf('مساعده شرطة'));
    expect(wordsOf('عمري ٢١ سنة')).toContain('21');
  });

  it('meet their misspellings', () => {
    for (const [one, other] of [
      ['sekswerk', 'sexwerk'],
      ['verslaafd', 'verslaaft'],
      ['kondooms', 'kondoom'],
      ['schulden', 'sgulde'],
    ] as const)
      expect(stemOf(one), one).toBe(stemOf(other));
  });

  it('tell ages and years, not amounts', () => {
    expect(marksOf(wordsOf('ik ben 16'))).toEqual({ age: 16, hasYear: false });
    expect(marksOf(wordsOf('mijn zus van negentien en ik van 34'))).toEqual({ age: 19, hasYear: false });
    expect(marksOf(wordsOf('in 2017 was het 250 euro'))).toEqual({ age: undefined, hasYear: true });
  });

  it('together count about as much in a long text as in a short one', () => {
    const table = tableOf([], []);
    const size = (text: string) => Math.hypot(...featuresOf(text, table).values);
    expect(size('brood') / size('ik wil graag morgen een heel vers brood van de bakker')).toBeCloseTo(1, 0);
  });
});

describe('groups of words', () => {
  const groups = lesson.groups.map((one) => one.groups);
  const names = groupNames(groups);
  const table = tableOf(names, groups);
  const of = (text: string) => {
    const words = wordsOf(text);
    return groupsIn(table, words, words.map(stemOf)).map((group) => names[group]);
  };

  it('know a word, a misspelling, a beginning, an end and a phrase', () => {
    expect(of('Stokbrood!')).toEqual(['bread']);
    expect(of('broot')).toEqual(['bread']);
    expect(of('mikje')).toEqual(['bread']);
    expect(of('driewieler')).toEqual(['traffic', 'wheels']);
    expect(of('ik ga op twee wielen')).toEqual(['traffic', 'wheels']);
    expect(of('twee wielen')).toEqual([]);
  });

  it('mean more in one direction only', () => {
    expect(of('fiets')).toContain('traffic');
    expect(of('verkeer')).toEqual(['traffic']);
  });
});

describe('who asks', () => {
  it('decides how much a service counts', () => {
    expect(weightFor('professional', 'professionals')).toBeGreaterThan(weightFor('professional', 'clients'));
    expect(weightFor('self', 'professionals')).toBeLessThan(weightFor('self', 'clients'));
  });

  it('fits an age, does not, or cannot be told', () => {
    expect(ageFits([], undefined)).toBe(true);
    expect(ageFits(['under-23'], 19)).toBe(true);
    expect(ageFits(['under-23'], 40)).toBe(false);
    expect(ageFits(['under-23'], undefined)).toBeUndefined();
    expect(ageFits(['woman', 'under-23'], 19)).toBeUndefined();
  });

  it('may look at one organisation, and danger stays', () => {
    const found: FinderAnswer = {
      services: ['noodnummer-112', 'a', 'b'],
      acute: true,
      known: true,
      question: null,
      needs: [],
    };
    const facts = new Map(
      ['noodnummer-112', 'a', 'b'].map((id) => [id, { audience: 'both' as const, partner: id, groups: ['g'] }]),
    );
    expect(narrowed(found, facts, { partner: 'b' })).toEqual(['noodnummer-112', 'b']);
    expect(narrowed({ ...found, acute: false }, facts, { partner: 'b' })).toEqual(['b']);
    expect(narrowed({ ...found, acute: false }, facts, { group: 'other' })).toEqual([]);
    expect(narrowed({ ...found, acute: false }, facts, {})).toEqual(found.services);
  });
});
