import { describe, expect, it } from 'vitest';
import {
  circumstanceKeys,
  circumstanceValues,
  type CircumstanceKey,
  type Circumstances,
} from '../../src/domain/circumstances.ts';
import { isScreenPart, routeParts, type DoorPlace, type RoutePart, type RouteRule } from '../../src/domain/route.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { publicRecords } from '../../src/lib/content/public-records.ts';
import { decide, type Route } from '../../src/lib/referral/decide.ts';
import { factsOf } from '../../src/lib/referral/facts.ts';
import { brokenPromises } from '../../src/lib/referral/broken-promises.ts';
import type { PromiseName } from '../../src/lib/referral/promises.ts';
import { complete, seen } from '../../src/lib/referral/seen.ts';
import { seenOnCard } from '../../src/lib/referral/style.ts';
import { bitsOf, lets, tableOf } from '../../src/lib/referral/table.ts';
import { goldenRoutes, goldenWords } from '../fixtures/golden-routes.ts';
import { project } from '../fixtures/project.ts';

const files = await readContentFiles(project);
const { content } = loadContent(files);
const routes = new Map(publicRecords(content, 'routes'));
const table = tableOf(routes);
const facts = factsOf(content);
const doorsOf = ({ first, then, parallel, also }: Route): string[] => [...first, ...then, ...parallel, ...also];

describe('T21 a care coordinator would say', () => {
  it('at least thirty things', () => {
    expect(goldenRoutes.length).toBeGreaterThanOrEqual(30);
  });

  it.each(goldenRoutes)('$why', ({ given, first, has = [], hasNot = [], emergency, sources }) => {
    const route = decide(table, given);
    const doors = doorsOf(route);
    expect([...route.first].sort()).toEqual([...first].sort());
    expect(has.filter((service) => !doors.includes(service))).toEqual([]);
    expect(hasNot.filter((service) => doors.includes(service))).toEqual([]);
    if (emergency !== undefined) expect(route.emergency).toBe(emergency);
    expect(sources.filter((id) => !content.records.sources.has(id))).toEqual([]);
  });
});

describe('a card says', () => {
  it.each(goldenWords)('$why', ({ given, says = [], saysNot = [] }) => {
    const said = decide(table, given).says;
    expect([...says, ...saysNot].filter((id) => !routes.has(id))).toEqual([]);
    expect(says.filter((id) => !said.includes(id))).toEqual([]);
    expect(saysNot.filter((id) => said.includes(id))).toEqual([]);
  });
});

/** Chance that is the same every time. */
function* drawn(count: number): Generator<Circumstances> {
  let state = 20_261_122;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index++)
    yield Object.fromEntries(
      circumstanceKeys.map((key) => {
        const values = circumstanceValues[key];
        return [key, values[next(values.length)]];
      }),
    ) as Circumstances;
}

/** Names in words, and the doors of which one must then stand in the route. */
const named: readonly (readonly [name: RegExp, doors: readonly string[]])[] = [
  [/\bMEE\b/, ['mee-begeleiding', 'mee-arbeidsconsulent', 'mee-weerbaarheid']],
  [/\bIrisZorg\b/, ['iriszorg-verslavingszorg', 'iriszorg-opvang']],
  [/Leger des Heils|Terecht\b/, ['leger-des-heils-terecht', 'leger-des-heils-levenskracht']],
  [/Stapteam/, ['stapteam']],
  [/Meldpunt/, ['ggd-meldpunt-bijzondere-zorg']],
  [/ervaringsdeskundige/, ['ggd-ervaringsdeskundige']],
  [/soa-test/, ['ggd-seksuele-gezondheid']],
  [/\bCAK\b/, ['zorgverzekering-onverzekerd']],
  [/\bde gemeente waar\b/, ['gemeente']],
  [/Vraag CoMensha/, ['comensha']],
  [/Veilig Thuis om advies|Bel (?:vandaag )?Veilig Thuis/, ['veilig-thuis']],
];

describe('T21 over all combinations', () => {
  it('no step names a door that is not there', () => {
    const wrong = new Set<string>();
    for (const given of drawn(20_000)) {
      const route = decide(table, given);
      const doors = doorsOf(route);
      for (const id of route.says)
        for (const part of ['steps', 'ready', 'consent', 'tell', 'meanwhile'] as const)
          for (const line of content.texts.nl?.routes.get(id)?.[part] ?? [])
            for (const [name, services] of named)
              if (name.test(line) && !services.some((service) => doors.includes(service))) wrong.add(`${id}: ${line}`);
    }
    expect([...wrong]).toEqual([]);
  });

  it('every promise is kept', () => {
    expect(brokenPromises(table, facts)).toEqual([]);
  });

  // The walk over stand-ins is complete by construction; this looks at the whole space without it.
  it('as sixty thousand draws from the whole space confirm', () => {
    const wrong: string[] = [];
    for (const given of drawn(60_000)) {
      const route = decide(table, given);
      const doors = doorsOf(route);
      const isMinor = ['under12', '12-17', 'unknown'].includes(given.age);
      const isDanger = given.danger === 'yes' || given.danger === 'unsure';
      const isRight =
        route.first.length >= 1 &&
        route.first.length <= 2 &&
        doors.length <= 8 &&
        new Set(doors).size === doors.length &&
        route.self.length <= 2 &&
        route.emergency === isDanger &&
        (route.first[0] === 'noodnummer-112') === isDanger &&
        (!isMinor || doors.includes('veilig-thuis') || doors.includes('ggd-jgz')) &&
        (!doors.includes('sterker-r75') || (given.gender === 'f' && ['12-17', '18-22'].includes(given.age))) &&
        (given.consent !== 'no' || isDanger || route.parallel.length === 0) &&
        !(given.asker === 'politie' && doors.includes('politie')) &&
        !(given.asker === 'huisarts' && doors.includes('huisarts')) &&
        (given.noShelter !== 'yes' ||
          doors.some((door) => ['veilig-thuis', 'gemeente', 'moviera-opvang', 'iriszorg-opvang'].includes(door))) &&
        (!doors.includes('stapteam') || given.gender === 'f' || given.gender === 'not-asked');
      if (!isRight) wrong.push(JSON.stringify({ given, route }));
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('no combination has rules for nobody, and every rule has words in use', () => {
    const used = new Set<string>();
    for (const given of drawn(60_000)) for (const id of decide(table, given).rules) used.add(id);
    expect([...routes.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  // Unsure adds a question on the screen. On paper it must look like "not asked": no word, no door, no source.
  it('a card does not tell what was unsure', () => {
    const words = (parts: readonly RoutePart[]) =>
      new Set(
        [...routes.keys()].filter((id) =>
          parts.some((part) => (content.texts.nl?.routes.get(id)?.[part].length ?? 0) > 0),
        ),
      );
    const spoken = {
      card: words(routeParts.filter((part) => !isScreenPart(part))),
      ask: words(['ask']),
      aside: words(['aside']),
    };
    const cardOf = (given: Partial<Circumstances>) => {
      const { rules, says, ...doors } = decide(table, given);
      const bits = bitsOf(seen(complete(given)));
      const shown = table.rules.filter((rule) => seenOnCard(rule, spoken).some((guard) => lets(guard, bits)));
      return {
        ...doors,
        says: says.filter((id) => spoken.card.has(id)),
        sources: new Set(shown.flatMap(({ rule }) => rule.sources)),
        known: rules.length > 0,
      };
    };
    for (const given of drawn(3000))
      for (const key of ['noShelter', 'disability', 'addiction', 'noPapers'] as const)
        expect(cardOf({ ...given, [key]: 'unsure' }), JSON.stringify([key, given])).toEqual(
          cardOf({ ...given, [key]: 'not-asked' }),
        );
  });

  it('what was not given counts as not asked', () => {
    const given = { age: 'unknown', situation: 'not-asked', danger: 'not-asked', consent: 'not-asked' } as const;
    expect(decide(table, {})).toEqual(decide(table, given));
  });
});

/** The table with one rule changed. */
function changed(id: string, change: Partial<RouteRule>) {
  const rule = routes.get(id);
  if (!rule) throw new Error(`No rule "${id}"`);
  return tableOf(new Map([...routes, [id, { ...rule, ...change }]]));
}
const without = (id: string, ...services: readonly string[]) =>
  changed(id, { doors: (routes.get(id)?.doors ?? []).filter(({ service }) => !services.includes(service)) });
const withDoor = (id: string, service: string, place: DoorPlace, when?: RouteRule['when']) =>
  changed(id, { doors: [...(routes.get(id)?.doors ?? []), { service, place, when, unknown: [] }] });
/** The table with one more condition on every door of a rule that leads to a service. */
const withDoors = (id: string, service: string, when: NonNullable<RouteRule['when']>) =>
  changed(id, {
    doors: (routes.get(id)?.doors ?? []).map((door) =>
      door.service === service ? { ...door, when: { ...door.when, ...when } } : door,
    ),
  });

describe('T21 a rule that breaks a promise is refused, with an example', () => {
  const faults: readonly [promise: PromiseName, table: ReturnType<typeof tableOf>, example?: Partial<Circumstances>][] =
    [
      ['no-first-door', without('situation-not-asked', 'ggd-coordinatie'), { age: '23plus' }],
      ['too-many-first', withDoor('adult-works', 'huisarts', 'first'), { age: '23plus', situation: 'works' }],
      ['too-many-doors', withDoor('adult-exploited', 'juridisch-loket', 'then')],
      ['danger-not-first', without('danger-now', 'noodnummer-112'), { danger: 'unsure' }],
      ['danger-not-first', changed('danger-now', { urgency: 'normal' })],
      ['no-emergency', withDoor('adult-works', 'noodnummer-112', 'also')],
      ['minor-alone', without('young-questions', 'ggd-jgz'), { age: '12-17', situation: 'questions' }],
      ['wrong-door', withDoor('adult-signals', 'sterker-r75', 'also'), { age: '23plus', situation: 'signals' }],
      ['professional-door', withDoor('adult-signals', 'mee-professionals', 'also')],
      ['no-consent-parallel', withDoor('adult-works', 'huisarts', 'parallel'), { situation: 'works', consent: 'no' }],
      ['no-bed', without('no-safe-bed', 'gemeente'), { noShelter: 'yes' }],
      ['no-bed', withDoors('no-safe-bed', 'gemeente', { age: ['23plus'] }), { noShelter: 'yes' }],
      ['sent-to-self', withDoor('adult-works', 'huisarts', 'also'), { asker: 'huisarts' }],
      ['sent-to-self', withDoor('adult-signals', 'politie', 'also'), { asker: 'politie' }],
      [
        'far-coordinator',
        withDoor('other-region-exploited', 'moviera-opvang', 'first'),
        { situation: 'known', place: 'elsewhere' },
      ],
      ['untrue-claim', changed('no-consent-silence', { when: { consent: ['no'], asker: ['huisarts'] } })],
      ['untrue-claim', changed('own-pace', { words: 'always' }), { danger: 'unsure' }],
      ['untrue-claim', changed('own-pace', { when: { violenceAtHome: ['no'] } }), { violenceAtHome: 'no' }],
      ['no-consent-first', withDoor('violence-at-home', 'moviera-opvang', 'first', { age: ['18-22', '23plus'] })],
      [
        'exploited-alone',
        tableOf(
          [...routes].map(([id, rule]) => [
            id,
            { ...rule, doors: rule.doors.filter(({ service }) => service !== 'comensha') },
          ]),
        ),
      ],
      ['too-many-for-self', withDoor('asks-school', 'mee-professionals', 'self', { disability: ['no'] })],
      ['rule-never', changed('young-questions', { when: { age: ['12-17'], situation: ['works'] } })],
      ['rule-never', changed('adult-works', { unless: { age: ['18-22', '23plus'] } })],
      ['door-never', withDoor('adult-works', 'huisarts', 'also', { age: ['12-17'] })],
      ['never-reached', without('disability', 'mee-weerbaarheid')],
    ];

  it.each(faults)('%s', (promise, broken, example) => {
    const found = brokenPromises(broken, facts).filter((one) => one.promise === promise);
    expect(found.length).toBeGreaterThan(0);
    if (example) expect(found[0]?.example).toMatchObject(example);
  });

  it('dead-end', () => {
    const unreached = new Map([...facts].map(([id, fact]) => [id, { ...fact, isReachable: false }]));
    expect(brokenPromises(table, unreached).some(({ promise }) => promise === 'dead-end')).toBe(true);
  });

  it('plants every kind of fault', () => {
    expect(new Set(faults.map(([promise]) => promise)).size).toBe(19);
  });

  it('in Dutch, with file, line and the example', () => {
    const file = 'content/routes/adult-works.yaml';
    const { errors } = checkContent(
      files.map((one) =>
        one.path === file
          ? { ...one, text: one.text.replace('doors:\n', 'doors:\n  - service: huisarts\n    place: first\n') }
          : one,
      ),
    );
    const error = errors.find(({ code }) => code === 'too-many-first');
    expect(error).toMatchObject({ file, line: 2 });
    expect(error?.message).toMatch(/3 eerste deuren\. Voorbeeld: leeftijd: .*kiest dit werk/);
  });
});

describe('every value of every key', () => {
  const keys: readonly CircumstanceKey[] = circumstanceKeys;
  it.each(keys)('%s is explained to an editor in the schema, and asked in the form', (key) => {
    for (const locale of ['nl', 'en'] as const) {
      const words = content.interface[locale]?.['route'] as { values: Record<string, Record<string, string>> };
      for (const value of circumstanceValues[key])
        if (key !== 'place' || value === 'elsewhere' || value === 'not-asked')
          expect(words.values[key]?.[value], `${locale} ${key} ${value}`).toBeTruthy();
    }
  });
});
