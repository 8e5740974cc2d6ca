import { burdens, circumstanceKeys, notAsked, type Circumstances } from '../../domain/circumstances.ts';
import { arrange, type OpenDoor } from './decide.ts';
import { everyCase, type Apart, type Watched } from './every-case.ts';
import { agesOf, brokenBy, doorsOf, most, ownDoors, untrueFor, type Facts, type PromiseName } from './promises.ts';
import { dangerAnswers, isHeavy } from './seen.ts';
import { bitOf, guardOf, type Guard, type Table, type TableRule } from './table.ts';

/** A promise that a table breaks: which, by which rule, for whom. */
export interface BrokenPromise {
  readonly promise: PromiseName;
  /** The rule to look at first. */
  readonly rule: string | undefined;
  /** What it is about: a service, a number. */
  readonly about?: string;
  /** Only what was asked; the rest is not asked. */
  readonly example?: Partial<Circumstances>;
}

/** Everything a table promises and does not keep, over every combination of circumstances. */
export function brokenPromises(table: Table, facts: Facts): BrokenPromise[] {
  return [...brokenInRoutes(table, facts), ...brokenForSelf(table), ...untrueClaims(table), ...neverUsed(table)];
}

/** What is wrong with some route, each kind once for each rule that is to blame, with an example. */
function brokenInRoutes(table: Table, facts: Facts): BrokenPromise[] {
  const broken = new Map<string, BrokenPromise>();
  const reached = new Set(
    table.rules.flatMap(({ doors }) => doors.flatMap(({ service, place }) => (place === 'self' ? [service] : []))),
  );
  everyCase(watchedOf(table, facts), apartForPromises, (circumstances, held) => {
    const holding = held.flatMap((one) => ('door' in one ? [] : [one]));
    const open = held.flatMap((one) => ('door' in one ? [one] : []));
    const doors = arrange(table, open, holding, isHeavy(circumstances));
    for (const service of doorsOf(doors)) reached.add(service);
    for (const [promise, about] of brokenBy(doors, circumstances, facts)) {
      const rule = blamed(holding, open, about) ?? table.rules[0]?.id;
      const id = `${promise}|${rule ?? ''}|${about ?? ''}`;
      if (!broken.has(id))
        broken.set(id, { promise, rule, ...(about === undefined ? {} : { about }), example: asked(circumstances) });
    }
  });
  const unreached = [...facts].filter(([service, { isOfChain }]) => isOfChain && !reached.has(service));
  return [
    ...broken.values(),
    ...unreached.map(([service]): BrokenPromise => ({ promise: 'never-reached', rule: undefined, about: service })),
  ];
}

/** Rules that take doors away, and doors. Words alone, and doors for oneself, change no promise to a client. */
function watchedOf(table: Table, facts: Facts): Watched<TableRule | OpenDoor>[] {
  return table.rules.flatMap((rule) => [
    ...(rule.doors.some(({ place }) => place !== 'self') || rule.rule.without.length > 0
      ? [{ item: rule, guard: rule.guard.bits }]
      : []),
    ...rule.doors
      .filter(({ place }) => place !== 'self')
      .map((door) => {
        const { genders } = facts.get(door.service) ?? {};
        const gender = circumstanceKeys.indexOf('gender');
        const fitting = genders && [...genders, 'not-asked'].reduce((mask, value) => mask | bitOf('gender', value), 0);
        const item = { door, urgency: rule.urgency };
        return fitting === undefined
          ? { item, guard: door.guard.bits }
          : { item, guard: door.guard.bits, tells: [[gender, fitting] as const] };
      }),
  ]);
}

/** What the engine and the promises tell apart, whatever the rules say. */
const apartForPromises: Apart = (key, { danger }) => {
  if (key === 'danger') return [dangerAnswers];
  if (key === 'age') return Object.keys(agesOf).map((one) => [one]);
  if (key === 'situation') return [['suspected', 'known']];
  if (key === 'consent') return dangerAnswers.includes(danger ?? '') ? [] : [['no']];
  if (key === 'noShelter') return [['yes']];
  if (key === 'asker') return Object.keys(ownDoors).map((one) => [one]);
  if (key === 'place') return [['elsewhere']];
  // In danger a route is short already.
  const isShort = dangerAnswers.includes(danger ?? '');
  return !isShort && (burdens as readonly string[]).includes(key) ? [['yes']] : [];
};

/** Doors for oneself depend on other keys than those for a client, so they are walked apart. */
function brokenForSelf(table: Table): BrokenPromise[] {
  const doors = table.rules.flatMap((rule) =>
    rule.doors.filter(({ place }) => place === 'self').map((door) => ({ rule, door })),
  );
  const broken: BrokenPromise[] = [];
  const watched = doors.map((item) => ({ item, guard: item.door.guard.bits }));
  everyCase(
    watched,
    () => [],
    (circumstances, holding) => {
      const services = new Set(holding.map(({ door }) => door.service));
      if (services.size > most.self && broken.length === 0)
        broken.push({
          promise: 'too-many-for-self',
          rule: holding.at(-1)?.rule.id,
          about: String(services.size),
          example: asked(circumstances),
        });
    },
  );
  return broken;
}

/** Promises in words that stand on the card of somebody for whom they are not true. */
function untrueClaims(table: Table): BrokenPromise[] {
  return table.rules.flatMap(({ id, rule, speaks }) =>
    rule.claims.flatMap((claim) => {
      const examples = untrueFor[claim].flatMap((untrue) =>
        exampleOf(guardOf([...speaks.when, untrue], [...speaks.unless])),
      );
      const [example] = examples;
      return example ? [{ promise: 'untrue-claim' as const, rule: id, about: claim, example: asked(example) }] : [];
    }),
  );
}

/** Rules and doors that no combination can reach: a condition contradicts itself. */
function neverUsed(table: Table): BrokenPromise[] {
  return table.rules.flatMap(({ id, guard, doors }): BrokenPromise[] => {
    if (!canHold(guard)) return [{ promise: 'rule-never', rule: id }];
    return doors
      .filter((door) => !canHold(door.guard))
      .map(({ service }) => ({ promise: 'door-never', rule: id, about: service }));
  });
}

const canHold = (guard: Guard): boolean => exampleOf(guard).length > 0;

/** Circumstances in which a guard holds, if there are any. */
function exampleOf(guard: Guard): Circumstances[] {
  const found: Circumstances[] = [];
  everyCase(
    [{ item: guard, guard: guard.bits }],
    () => [],
    (circumstances, holding) => {
      if (holding.length > 0 && found.length === 0) found.push(circumstances);
    },
  );
  return found;
}

/** The rule to look at: the last that opens the door it is about, else the last that opens any, or holds. */
function blamed(
  holding: readonly TableRule[],
  open: readonly OpenDoor[],
  about: string | undefined,
): string | undefined {
  const own = holding.filter(({ doors }) => doors.some((door) => open.some((one) => one.door === door)));
  const naming = own.filter(({ doors }) => doors.some(({ service }) => service === about));
  return (naming.at(-1) ?? own.at(-1) ?? holding.at(-1))?.id;
}

/** What was asked: the rest says nothing. */
function asked(circumstances: Circumstances): Partial<Circumstances> {
  return Object.fromEntries(
    circumstanceKeys.filter((key) => circumstances[key] !== notAsked(key)).map((key) => [key, circumstances[key]]),
  );
}
