import {
  circumstanceKeys,
  circumstanceValues,
  type CircumstanceKey,
  type Circumstances,
} from '../../domain/circumstances.ts';
import {
  doorPlaces,
  urgencies,
  type Condition,
  type DoorPlace,
  type RouteRule,
  type RouteUrgency,
  type Unknown,
} from '../../domain/route.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

/** A condition as a list of keys, each with the values it allows as bits: quick to ask a million times. */
export type Bits = readonly (readonly [key: number, mask: number])[];

/** When something holds: all of `when`, and none of `unless`. */
export interface Guard {
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
  readonly bits: { readonly when: Bits; readonly unless: readonly Bits[] };
}

export interface Door {
  readonly service: string;
  readonly place: DoorPlace;
  readonly guard: Guard;
  readonly unknown: readonly Unknown[];
  /** Where the door stands in the list of its rule. */
  readonly index: number;
}

export interface TableRule {
  readonly id: string;
  readonly rule: RouteRule;
  readonly urgency: RouteUrgency;
  readonly guard: Guard;
  /** When its words stand on the card: in danger many do not. */
  readonly speaks: Guard;
  readonly doors: readonly Door[];
}

/** The decision table, ready to be asked. */
export interface Table {
  readonly rules: readonly TableRule[];
  /** In which order the services of a place stand; the same for every route. */
  readonly ranks: Readonly<Record<DoorPlace, ReadonlyMap<string, number>>>;
}

/** Makes a table of rules: sorted, with conditions that are quick to ask. */
export function tableOf(routes: Iterable<readonly [string, RouteRule]>): Table {
  const rules = [...routes]
    .sort(([idA, a], [idB, b]) => a.order - b.order || byCodeUnit(idA, idB))
    .map(([id, rule]): TableRule => {
      const guard = guardOf([rule.when], [rule.unless]);
      const speaks = rule.words === 'always' ? guard : guardOf([rule.when, withoutDanger], [rule.unless]);
      const doors = rule.doors.map(({ service, place, when, unless, unknown }, index) => ({
        service,
        place,
        unknown,
        index,
        guard: guardOf([rule.when, when], [rule.unless, unless]),
      }));
      return { id, rule, urgency: rule.urgency, guard, speaks, doors };
    });
  return { rules, ranks: ranksOf(rules) };
}

/** Whether a guard lets these circumstances through. They are given as bits, see `bitsOf`. */
export function lets(guard: Guard, bits: readonly number[]): boolean {
  return holds(guard.bits.when, bits) && !guard.bits.unless.some((unless) => holds(unless, bits));
}

/** Circumstances as one bit for each key. */
export function bitsOf(circumstances: Circumstances): number[] {
  return circumstanceKeys.map((key) => bitOf(key, circumstances[key]));
}

/** One value of a key as a bit. */
export function bitOf(key: CircumstanceKey, value: string): number {
  return 1 << (circumstanceValues[key] as readonly string[]).indexOf(value);
}

/** What holds as long as there is no danger, as far as anybody knows. */
export const withoutDanger: Condition = { danger: ['no', 'not-asked'] };

/** All of some conditions, and none of others. */
export function guardOf(when: readonly (Condition | undefined)[], unless: readonly (Condition | undefined)[]): Guard {
  const given = when.filter((one) => one !== undefined);
  const without = unless.filter((one) => one !== undefined);
  return { when: given, unless: without, bits: { when: given.flatMap(compiled), unless: without.map(compiled) } };
}

function compiled(condition: Condition): Bits {
  return circumstanceKeys.flatMap((key, index) => {
    const values = condition[key];
    return values === undefined ? [] : [[index, values.reduce((mask, value) => mask | bitOf(key, value), 0)] as const];
  });
}

function holds(condition: Bits, bits: readonly number[]): boolean {
  for (const [key, mask] of condition) if (((bits[key] ?? 0) & mask) === 0) return false;
  return true;
}

/**
 * Services in the order in which rules name them. Whoever stands first somewhere and is pushed to
 * "then" comes before those that never stood higher.
 */
function ranksOf(rules: readonly TableRule[]): Table['ranks'] {
  const doors = urgencies.flatMap((urgency) =>
    rules.filter((rule) => rule.urgency === urgency).flatMap((rule) => rule.doors),
  );
  const named = (...places: readonly DoorPlace[]): ReadonlyMap<string, number> => {
    const services = places.flatMap((place) =>
      doors.filter((door) => door.place === place).map((door) => door.service),
    );
    return new Map([...new Set(services)].map((service, rank) => [service, rank]));
  };
  return Object.fromEntries(
    doorPlaces.map((place) => [place, place === 'then' ? named('first', 'then') : named(place)]),
  ) as Table['ranks'];
}
