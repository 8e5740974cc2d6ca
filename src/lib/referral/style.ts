import {
  circumstanceKeys,
  circumstanceValues,
  municipalities,
  type CircumstanceKey,
} from '../../domain/circumstances.ts';
import { urgencies, type Condition, type DoorPlace, type RouteUrgency } from '../../domain/route.ts';
import { asChosen, heavyConditions } from './seen.ts';
import type { Door, Guard, Table } from './table.ts';

type Values = Partial<Record<CircumstanceKey, readonly string[] | undefined>>;

/** Class names that the page and the style sheet share. */
export const classOf = {
  page: 'route-page',
  door: (place: DoorPlace, service: string) => `d-${place}-${service}`,
  place: (place: DoorPlace) => `p-${place}`,
  rule: (id: string) => `t-${id}`,
  source: (id: string) => `s-${id}`,
  question: (key: CircumstanceKey) => `q-${key}`,
  ask: 'route-ask',
  code: 'route-code',
} as const;

/**
 * The style sheet that makes a route of the choices, without any script: `decide`, said in selectors.
 * The circumstances are radio buttons on the page, and every door stands there in every place it can
 * have; which of them show follows from which radio buttons are chosen. So no choice is ever sent
 * anywhere or kept, and the same page works for everybody. tests/browser compares the two.
 *
 * All selectors weigh the same, so what comes later wins: from the lowest place to the highest, then
 * what a more pressing rule pushes down, then what is out.
 */
export function routeStyle(table: Table, asks: readonly string[]): string {
  const groups = placeGroups(table);
  const say = sayer(groups);
  const doors = table.rules.flatMap((rule) => rule.doors.map((door) => ({ rule, door })));
  const services = [...new Set(doors.map(({ door }) => door.service))];
  const slots = new Map(services.map((service) => [service, slotsOf(table, service)]));
  const lines: string[] = [];

  const when = (selectors: readonly string[], rest: string): void => {
    if (selectors.length > 0) lines.push(`:where(.${classOf.page}:is(${selectors.join(',')})) ${rest}`);
  };
  /** Puts a service in one place, and takes it from every other. */
  const put = (selectors: readonly string[], service: string, place: DoorPlace): void => {
    const others = (slots.get(service) ?? []).filter((other) => other !== place);
    when(selectors, `.${classOf.door(place, service)}{display:block}`);
    if (others.length > 0)
      when(selectors, `:is(${others.map((other) => `.${classOf.door(other, service)}`).join(',')}){display:none}`);
  };
  const openers = (service: string, wanted: (door: Door, urgency: RouteUrgency) => boolean): string[] =>
    doors
      .filter(({ rule, door }) => door.service === service && wanted(door, rule.urgency))
      .flatMap(({ door }) => say(door.guard));
  const heavy = heavyConditions
    .flatMap((condition) => asChosen(condition))
    .map((condition) => selectorOf(condition, groups));

  for (const place of ['self', 'also', 'parallel'] as const)
    for (const service of services)
      put(
        openers(service, (door) => door.place === place),
        service,
        place,
      );
  when(heavy, `:is(.${classOf.place('also')},.${classOf.place('parallel')}){display:none}`);
  for (const service of services)
    put(
      both(
        heavy,
        openers(service, (door) => door.place === 'self'),
      ),
      service,
      'self',
    );
  for (const service of services)
    put(
      openers(service, (door) => door.place === 'then' || door.place === 'first'),
      service,
      'then',
    );
  for (const urgency of urgencies.toReversed()) {
    const pressed = doors
      .filter(({ rule, door }) => rule.urgency === urgency && door.place === 'first')
      .flatMap(({ door }) => say(door.guard));
    const lower = urgencies.slice(urgencies.indexOf(urgency) + 1);
    for (const service of services)
      put(
        both(
          pressed,
          openers(service, (door, of) => door.place === 'first' && lower.includes(of)),
        ),
        service,
        'then',
      );
    for (const service of services)
      put(
        openers(service, (door, of) => door.place === 'first' && of === urgency),
        service,
        'first',
      );
  }
  for (const { rule, guard } of table.rules)
    for (const service of rule.without.filter((id) => slots.has(id)))
      when(
        say(guard),
        `:is(${(slots.get(service) ?? []).map((place) => `.${classOf.door(place, service)}`).join(',')}){display:none}`,
      );

  for (const { id, guard } of table.rules) when(say(guard), `.${classOf.rule(id)}{display:list-item}`);
  const sources = [...new Set(table.rules.flatMap(({ rule }) => rule.sources))];
  for (const source of sources)
    when(
      table.rules.filter(({ rule }) => rule.sources.includes(source)).flatMap(({ guard }) => say(guard)),
      `.${classOf.source(source)}{display:inline}`,
    );
  when(
    table.rules.filter(({ id }) => asks.includes(id)).flatMap(({ guard }) => say(guard)),
    `.${classOf.ask}{display:block}`,
  );
  when(
    table.rules.filter(({ rule }) => rule.reportingCode).flatMap(({ guard }) => say(guard)),
    `.${classOf.code}{display:block}`,
  );
  for (const key of circumstanceKeys) lines.push(...questionLines(table, key, groups));

  const hidden = `.route-door,.route-line,.route-source,.${classOf.ask},.${classOf.code},.route-question{display:none}`;
  return `@supports selector(:has(a)){\n${hidden}\n${lines.join('\n')}\n}\n`;
}

/** The places a service can have on the page: whoever stands first can be pushed to "then". */
export function slotsOf(table: Table, service: string): DoorPlace[] {
  const places = new Set(
    table.rules.flatMap(({ doors }) => doors.filter((door) => door.service === service).map(({ place }) => place)),
  );
  if (places.has('first')) places.add('then');
  return [...places];
}

/** Municipalities that no rule tells apart are one choice: the first of them stands for all. */
export function placeGroups(table: Table): ReadonlyMap<string, readonly string[]> {
  const conditions = table.rules.flatMap(({ rule, doors }) => [
    ...[rule.when, rule.unless].flatMap((one) => (one?.place ? [one.place] : [])),
    ...doors.flatMap(({ guard }) => [...guard.when, ...guard.unless].flatMap((one) => (one.place ? [one.place] : []))),
  ]);
  const groups = new Map<string, string[]>();
  for (const place of circumstanceValues.place) {
    const isMunicipality = place in municipalities;
    const signature = `${isMunicipality ? '' : place}|${conditions.map((values) => Number(values.includes(place))).join('')}`;
    groups.set(signature, [...(groups.get(signature) ?? []), place]);
  }
  return new Map([...groups.values()].map((places) => [places[0] ?? '', places]));
}

/** The id of the radio button for a value. */
export const inputId = (key: CircumstanceKey, value: string): string => `r-${key}-${value}`;

/** A question shows as long as its answer can change what a rule does, given the answers so far. */
function questionLines(table: Table, key: CircumstanceKey, groups: ReadonlyMap<string, readonly string[]>): string[] {
  const shown = `.${classOf.question(key)}{display:block}`;
  const guards = table.rules.flatMap(({ guard, doors }) => [guard, ...doors.map((door) => door.guard)]);
  const needs = guards.flatMap(({ when, unless }) => [
    ...(when.some((one) => one[key]) ? [merged(when)] : []),
    ...unless.filter((one) => one[key]).map((one) => merged([...when, one])),
  ]);
  const others = needs.map((need) => ({ ...need, [key]: undefined }));
  if (others.some((need) => Object.values(need).every((values) => values === undefined))) return [shown];
  const selectors = [...new Set(others.flatMap(asChosen).map((condition) => selectorOf(condition, groups)))];
  return selectors.length === 0 ? [] : [`:where(.${classOf.page}:is(${selectors.join(',')})) ${shown}`];
}

/** Both of two lists of selectors: nothing when one of them is empty. */
function both(one: readonly string[], other: readonly string[]): string[] {
  return one.length === 0 || other.length === 0 ? [] : [`:is(${one.join(',')}):is(${other.join(',')})`];
}

/** From a guard to selectors, one of which matches when it holds. */
function sayer(groups: ReadonlyMap<string, readonly string[]>): (guard: Guard) => string[] {
  return ({ when, unless }) => {
    const not = unless.flatMap(asChosen).map((condition) => `:not(${selectorOf(condition, groups)})`);
    return asChosen(merged(when)).map((condition) => {
      const selector = `${selectorOf(condition, groups)}${not.join('')}`;
      return selector === '' ? '*' : selector;
    });
  };
}

/** Several conditions that must all hold, as one. */
function merged(conditions: readonly Condition[]): Values {
  return Object.fromEntries(
    circumstanceKeys.flatMap((key) => {
      const lists = conditions.flatMap((condition): (readonly string[])[] => (condition[key] ? [condition[key]] : []));
      const [first, ...rest] = lists;
      return first === undefined ? [] : [[key, first.filter((value) => rest.every((list) => list.includes(value)))]];
    }),
  );
}

const choicesOf = (key: CircumstanceKey, groups: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  key === 'place' ? [...groups.keys()] : circumstanceValues[key];

function chosen(key: CircumstanceKey, values: readonly string[]): string {
  const ids = values.map((value) => `#${inputId(key, value)}`);
  return `:has(${ids.length === 1 ? (ids[0] ?? '') : `:is(${ids.join(',')})`}:checked)`;
}

function selectorOf(condition: Values, groups: ReadonlyMap<string, readonly string[]>): string {
  return circumstanceKeys
    .flatMap((key) => {
      const values = condition[key];
      if (values === undefined) return [];
      const shown = key === 'place' ? values.filter((value) => groups.has(value)) : values;
      const rest = choicesOf(key, groups).filter((value) => !shown.includes(value));
      // One of them is always chosen, so "none of the rest" says the same in fewer words.
      return rest.length < shown.length ? [`:not(${chosen(key, rest)})`] : [chosen(key, shown)];
    })
    .join('');
}
