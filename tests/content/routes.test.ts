import { describe, expect, it } from 'vitest';
import {
  circumstanceKeys,
  circumstanceValues,
  type CircumstanceKey,
  type Circumstances,
} from '../../src/domain/circumstances.ts';
import type { RouteRule } from '../../src/domain/route.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { publicRecords } from '../../src/lib/content/public-records.ts';
import { decide, type Route } from '../../src/lib/referral/decide.ts';
import { factsOf } from '../../src/lib/referral/facts.ts';
import { brokenPromises } from '../../src/lib/referral/broken-promises.ts';
import type { PromiseName } from '../../src/lib/referral/promises.ts';
import { tableOf } from '../../src/lib/referral/table.ts';
import { goldenRoutes } from '../fixtures/golden-routes.ts';
import { project } from '../fixtures/project.ts';

const files = await readContentFiles(project);
const { content } = loadContent(files);
const routes = new Map(publicRecords(content, 'routes'));
const table = tableOf(routes);
const facts = factsOf(content);
const doorsOf = ({ first, then, parallel, also }: Route): string[] => [...first, ...then, ...parallel, ...also];

describe('a care coordinator would say', () => {
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

describe('over all combinations', () => {
  it('every promise is kept', () => {
    expect(brokenPromises(table, facts)).toEqual([]);
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
const withDoor = (id: string, service: string, place: 'first' | 'then' | 'also' | 'self', when?: RouteRule['when']) =>
  changed(id, { doors: [...(routes.get(id)?.doors ?? []), { service, place, when, unknown: [] }] });

describe('a rule that breaks a promise is refused, with an example', () => {
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
    expect(new Set(faults.map(([promise]) => promise)).size).toBe(14);
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
