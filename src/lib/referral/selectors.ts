import {
  circumstanceKeys,
  circumstanceValues,
  municipalities,
  type CircumstanceKey,
} from '../../domain/circumstances.ts';
import type { Condition } from '../../domain/route.ts';
import { asChosen } from './seen.ts';
import type { Guard, Table } from './table.ts';

type Values = Partial<Record<CircumstanceKey, readonly string[] | undefined>>;
/** Which municipalities are one choice, by the one that stands for all. */
export type PlaceGroups = ReadonlyMap<string, readonly string[]>;

/** Municipalities that no rule tells apart are one choice: the first of them stands for all. */
export function placeGroups(table: Table): PlaceGroups {
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

/** Both of two lists of selectors: nothing when one of them is empty. */
export function both(one: readonly string[], other: readonly string[]): string[] {
  return one.length === 0 || other.length === 0 ? [] : [`:is(${one.join(',')}):is(${other.join(',')})`];
}

/** From a guard to selectors, one of which matches when it holds. */
export function sayer(groups: PlaceGroups): (guard: Guard) => string[] {
  return ({ when, unless }) => {
    const not = unless.flatMap(asChosen).map((condition) => `:not(${selectorOf(condition, groups)})`);
    return asChosen(merged(when)).map((condition) => {
      const selector = `${selectorOf(condition, groups)}${not.join('')}`;
      return selector === '' ? '*' : selector;
    });
  };
}

/** Several conditions that must all hold, as one. */
export function merged(conditions: readonly Condition[]): Values {
  return Object.fromEntries(
    circumstanceKeys.flatMap((key) => {
      const lists = conditions.flatMap((condition): (readonly string[])[] => (condition[key] ? [condition[key]] : []));
      const [first, ...rest] = lists;
      return first === undefined ? [] : [[key, first.filter((value) => rest.every((list) => list.includes(value)))]];
    }),
  );
}

const choicesOf = (key: CircumstanceKey, groups: PlaceGroups): readonly string[] =>
  key === 'place' ? [...groups.keys()] : circumstanceValues[key];

function chosen(key: CircumstanceKey, values: readonly string[]): string {
  const ids = values.map((value) => `#${inputId(key, value)}`);
  return `:has(${ids.length === 1 ? (ids[0] ?? '') : `:is(${ids.join(',')})`}:checked)`;
}

/** One condition as a selector on the page: each key by the radio buttons that may be chosen. */
export function selectorOf(condition: Values, groups: PlaceGroups): string {
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
