import { circumstanceKeys, type CircumstanceKey } from '../../domain/circumstances.ts';
import { screenParts, urgencies, type DoorPlace, type RouteUrgency, type ScreenPart } from '../../domain/route.ts';
import { ownDoors } from './promises.ts';
import { asChosen, heavyConditions } from './seen.ts';
import { both, merged, placeGroups, sayer, selectorOf, type PlaceGroups } from './selectors.ts';
import { guardOf, withoutDanger, type Door, type Guard, type Table, type TableRule } from './table.ts';

/** Class names that the page and the style sheet share. */
export const classOf = {
  page: 'route-page',
  door: (place: DoorPlace, service: string) => `d-${place}-${service}`,
  place: (place: DoorPlace) => `p-${place}`,
  rule: (id: string) => `t-${id}`,
  source: (id: string) => `s-${id}`,
  question: (key: CircumstanceKey) => `q-${key}`,
  instead: (service: string) => `i-${service}`,
  screen: (part: ScreenPart) => `route-${part}`,
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
export function routeStyle(table: Table, spoken: Spoken): string {
  const groups = placeGroups(table);
  const say = sayer(groups);
  const whenAny = (guards: readonly Guard[], rest: string): string[] => when([...new Set(guards.flatMap(say))], rest);
  const speaks = (ids: ReadonlySet<string>): Guard[] =>
    table.rules.filter(({ id }) => ids.has(id)).map((one) => one.speaks);
  const sources = [...new Set(table.rules.flatMap(({ rule }) => rule.sources))];
  const hidden = screenParts.map((part) => `.${classOf.screen(part)}`).join(',');
  const lines = [
    `.route-door,.route-line,.route-source,${hidden},.${classOf.code},.route-question{display:none}`,
    ...doorLines(table, groups, say),
    ...table.rules.flatMap((one) => whenAny([one.speaks], `.${classOf.rule(one.id)}{display:list-item}`)),
    ...sources.flatMap((source) =>
      whenAny(
        table.rules.filter(({ rule }) => rule.sources.includes(source)).flatMap((one) => seenOnCard(one, spoken)),
        `.${classOf.source(source)}{display:inline}`,
      ),
    ),
    ...screenParts.flatMap((part) => whenAny(speaks(spoken[part]), `.${classOf.screen(part)}{display:block}`)),
    ...whenAny(
      table.rules.filter(({ rule }) => rule.reportingCode).map(({ guard }) => guard),
      `.${classOf.code}{display:block}`,
    ),
    // Nobody is sent to themselves, also not instead of another.
    ...Object.entries(ownDoors).flatMap(([asker, service]) =>
      when([selectorOf({ asker: [asker] }, groups)], `.${classOf.instead(service)}{display:none}`),
    ),
    ...circumstanceKeys.flatMap((key) => questionLines(table, key, groups)),
  ];
  return `@supports selector(:has(a)){\n${lines.join('\n')}\n}\n`;
}

/** Which rules have words on the card itself, and which in a part that stays on the screen. */
export type Spoken = Readonly<Record<'card' | ScreenPart, ReadonlySet<string>>>;

/**
 * When a rule shows on the card that is printed and copied: by a door for a client, or by its words. The
 * source of a rule that only asks something would tell that something was unsure.
 */
export function seenOnCard({ id, rule, guard, doors, speaks }: TableRule, spoken: Spoken): Guard[] {
  return [
    ...(spoken.card.has(id) ? [speaks] : []),
    ...(rule.reportingCode ? [guard] : []),
    ...doors.filter(({ place }) => place !== 'self').map((door) => door.guard),
  ];
}

/** A rule of the style sheet that holds while one of the selectors matches the page. */
function when(selectors: readonly string[], rest: string): string[] {
  return selectors.length === 0 ? [] : [`:where(.${classOf.page}:is(${selectors.join(',')})) ${rest}`];
}

/** Which doors show, in which place: from the lowest place to the highest, as `arrange` does it. */
function doorLines(table: Table, groups: PlaceGroups, say: (guard: Guard) => string[]): string[] {
  const doors = table.rules.flatMap(({ urgency, doors: own }) => own.map((door) => ({ door, urgency })));
  const services = [...new Set(doors.map(({ door }) => door.service))];
  const classesOf = (service: string, except?: DoorPlace): string =>
    slotsOf(table, service)
      .filter((place) => place !== except)
      .map((place) => `.${classOf.door(place, service)}`)
      .join(',');
  /** Puts every service in one place while something opens it there, and takes it from every other. */
  const putAll = (place: DoorPlace, opened: (openersOf: Openers) => string[]): string[] =>
    services.flatMap((service) => {
      const selectors = opened((wanted) =>
        doors
          .filter(({ door, urgency }) => door.service === service && wanted(door, urgency))
          .flatMap(({ door }) => say(door.guard)),
      );
      const others = classesOf(service, place);
      return [
        ...when(selectors, `.${classOf.door(place, service)}{display:block}`),
        ...(others === '' ? [] : when(selectors, `:is(${others}){display:none}`)),
      ];
    });
  const heavy = heavyConditions.flatMap(asChosen).map((condition) => selectorOf(condition, groups));
  const pressed = (by: RouteUrgency): string[] =>
    doors
      .filter(({ door, urgency }) => urgency === by && door.place === 'first')
      .flatMap(({ door }) => say(door.guard));

  return [
    ...(['self', 'also', 'parallel'] as const).flatMap((place) =>
      putAll(place, (openersOf) => openersOf((door) => door.place === place)),
    ),
    ...when(heavy, `:is(.${classOf.place('also')},.${classOf.place('parallel')}){display:none}`),
    ...putAll('self', (openersOf) =>
      both(
        heavy,
        openersOf((door) => door.place === 'self'),
      ),
    ),
    ...putAll('then', (openersOf) => openersOf(({ place }) => place === 'then' || place === 'first')),
    ...urgencies.toReversed().flatMap((by) => {
      const lower = urgencies.slice(urgencies.indexOf(by) + 1);
      return [
        ...putAll('then', (openersOf) =>
          both(
            pressed(by),
            openersOf(({ place }, urgency) => place === 'first' && lower.includes(urgency)),
          ),
        ),
        ...putAll('first', (openersOf) => openersOf(({ place }, urgency) => place === 'first' && urgency === by)),
      ];
    }),
    ...table.rules.flatMap(({ rule, guard }) =>
      rule.without
        .filter((service) => services.includes(service))
        .flatMap((service) => when(say(guard), `:is(${classesOf(service)}){display:none}`)),
    ),
  ];
}

type Openers = (wanted: (door: Door, urgency: RouteUrgency) => boolean) => string[];

/** The places a service can have on the page: whoever stands first can be pushed to "then". */
export function slotsOf(table: Table, service: string): DoorPlace[] {
  const places = new Set(
    table.rules.flatMap(({ doors }) => doors.filter((door) => door.service === service).map(({ place }) => place)),
  );
  if (places.has('first')) places.add('then');
  return [...places];
}

/** A question shows as long as its answer can change what a rule does, given the answers so far. */
function questionLines(table: Table, key: CircumstanceKey, groups: PlaceGroups): string[] {
  const shown = `.${classOf.question(key)}{display:block}`;
  const guards = table.rules.flatMap(({ rule, guard, speaks, doors }) => [
    speaks,
    // In danger these fall away, whatever else is answered.
    ...doors.map(({ guard: one, place }) =>
      place === 'parallel' || place === 'also' ? guardOf([...one.when, withoutDanger], one.unless) : one,
    ),
    ...(rule.without.length > 0 || rule.reportingCode ? [guard] : []),
  ]);
  const needs = guards.flatMap(({ when, unless }) => [
    ...(when.some((one) => one[key]) ? [merged(when)] : []),
    ...unless.filter((one) => one[key]).map((one) => merged([...when, one])),
  ]);
  const others = needs.map((need) => ({ ...need, [key]: undefined }));
  if (others.some((need) => Object.values(need).every((values) => values === undefined))) return [shown];
  const selectors = [...new Set(others.flatMap(asChosen).map((condition) => selectorOf(condition, groups)))];
  return when(selectors, shown);
}
