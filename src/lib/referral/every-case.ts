import {
  circumstanceKeys,
  circumstanceValues,
  type CircumstanceKey,
  type Circumstances,
} from '../../domain/circumstances.ts';
import { minorAges, workSituations } from './seen.ts';
import { bitOf, type Bits, type Guard } from './table.ts';

/** Something that holds or not, and what must be told apart as long as it can hold. */
export interface Watched<T> {
  readonly item: T;
  readonly guard: Guard['bits'];
  readonly tells?: Bits;
}

/** Values that must stay apart for another reason, given what is settled so far. */
export type Apart = (
  key: CircumstanceKey,
  settled: Partial<Record<CircumstanceKey, string>>,
) => readonly (readonly string[])[];

/**
 * Every combination that can lead to something else, each standing for all that lead to the same, with
 * what holds in it.
 *
 * Key by key: values that nothing tells apart, of what can still hold, go on together. So the walk is
 * complete, and thousands of times shorter than the product of all values. What nobody asked stands
 * for as much as it can, so that examples are short. Only circumstances as the rules see them are
 * walked: under 18 nobody "works".
 */
export function everyCase<T>(
  watched: readonly Watched<T>[],
  apart: Apart,
  visit: (circumstances: Circumstances, holding: readonly T[]) => void,
): void {
  const settled: Partial<Record<CircumstanceKey, string>> = {};
  walk(0, watched);

  function walk(place: number, alive: readonly Watched<T>[]): void {
    const key = circumstanceKeys[place];
    if (key === undefined) {
      const holding = alive.flatMap(({ item, guard }) => (guard.unless.length === 0 ? [item] : []));
      visit({ ...settled } as Circumstances, holding);
      return;
    }
    const masks = new Set<number>(apart(key, settled).map((values) => maskOf(key, values)));
    for (const { guard, tells } of alive) {
      addMasks(masks, guard.when, place);
      for (const one of guard.unless) addMasks(masks, one, place);
      if (tells) addMasks(masks, tells, place);
    }
    const told = [...masks];
    const met = new Set<number>();
    const values = circumstanceValues[key];
    for (let index = values.length - 1; index >= 0; index--) {
      const value = values[index] ?? '';
      if (key === 'situation' && minorAges.includes(settled.age ?? '') && workSituations.includes(value)) continue;
      const bit = 1 << index;
      const signature = told.reduce((sum, mask, nth) => ((mask & bit) === 0 ? sum : sum + 2 ** nth), 0);
      if (met.has(signature)) continue;
      met.add(signature);
      settled[key] = value;
      walk(place + 1, told.length === 0 ? alive : narrowed(alive, place, bit));
    }
  }
}

function maskOf(key: CircumstanceKey, values: readonly string[]): number {
  return values.reduce((mask, value) => mask | bitOf(key, value), 0);
}

function addMasks(masks: Set<number>, bits: Bits, place: number): void {
  for (const [of, mask] of bits) if (of === place) masks.add(mask);
}

/** What can still hold after one more key is settled. A condition of `unless` that cannot hold is gone. */
function narrowed<T>(alive: readonly Watched<T>[], place: number, bit: number): Watched<T>[] {
  const left: Watched<T>[] = [];
  for (const one of alive) {
    if (isOut(one.guard.when, place, bit)) continue;
    const { unless } = one.guard;
    const kept = unless.length === 0 ? unless : unless.filter((condition) => !isOut(condition, place, bit));
    left.push(kept.length === unless.length ? one : { ...one, guard: { when: one.guard.when, unless: kept } });
  }
  return left;
}

function isOut(condition: Bits, place: number, bit: number): boolean {
  for (const [of, mask] of condition) if (of === place && (mask & bit) === 0) return true;
  return false;
}
