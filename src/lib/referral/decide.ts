import type { Circumstances } from '../../domain/circumstances.ts';
import { urgencies, type DoorPlace, type RouteUrgency } from '../../domain/route.ts';
import { complete, isEmergency, isHeavy, seen } from './seen.ts';
import { bitsOf, lets, type Door, type Table, type TableRule } from './table.ts';

/** Which doors, in which order. */
export interface Doors {
  readonly first: readonly string[];
  readonly then: readonly string[];
  readonly parallel: readonly string[];
  readonly also: readonly string[];
  /** For the professional, not for the client. */
  readonly self: readonly string[];
}

export interface Route extends Doors {
  readonly emergency: boolean;
  /** Ids of the rules that hold, in the order of the table. */
  readonly rules: readonly string[];
  /** Those of them whose words stand on the card. */
  readonly says: readonly string[];
}

/** A door that a rule opens. */
export interface OpenDoor {
  readonly door: Door;
  readonly urgency: RouteUrgency;
}

/** From high to low: a service stands once, in the highest place that any rule gives it. */
const heights: Readonly<Record<DoorPlace, number>> = { first: 5, then: 4, parallel: 3, also: 2, self: 1 };

/**
 * The route for a client. What is not given counts as not asked. Pure: the same circumstances always
 * give the same route.
 */
export function decide(table: Table, given: Partial<Circumstances>): Route {
  const circumstances = seen(complete(given));
  const bits = bitsOf(circumstances);
  const holding = table.rules.filter((rule) => lets(rule.guard, bits));
  const open = holding.flatMap(({ doors, urgency }) =>
    doors.filter((door) => lets(door.guard, bits)).map((door) => ({ door, urgency })),
  );
  return {
    emergency: isEmergency(circumstances),
    ...arrange(table, open, holding, isHeavy(circumstances)),
    rules: holding.map(({ id }) => id),
    says: holding.filter(({ speaks }) => lets(speaks, bits)).map(({ id }) => id),
  };
}

/**
 * From open doors to a route. First doors of a more pressing rule push those of the others to "then".
 * In a short route (danger, or two heavy things at once) "parallel" and "also" fall away. What a rule
 * takes out (`without`) is out.
 */
export function arrange(
  table: Table,
  open: readonly OpenDoor[],
  holding: readonly TableRule[],
  isShort: boolean,
): Doors {
  const out = new Set(holding.flatMap(({ rule }) => rule.without));
  const leading = urgencies.find((urgency) =>
    open.some((one) => one.urgency === urgency && one.door.place === 'first'),
  );
  const places = new Map<string, DoorPlace>();
  for (const { door, urgency } of open) {
    if (out.has(door.service)) continue;
    if (isShort && (door.place === 'parallel' || door.place === 'also')) continue;
    const place = door.place === 'first' && urgency !== leading ? 'then' : door.place;
    const now = places.get(door.service);
    if (now === undefined || heights[place] > heights[now]) places.set(door.service, place);
  }
  const doors: Record<DoorPlace, string[]> = { first: [], then: [], parallel: [], also: [], self: [] };
  for (const [service, place] of places) doors[place].push(service);
  for (const [place, services] of Object.entries(doors) as [DoorPlace, string[]][])
    if (services.length > 1) services.sort((a, b) => rank(table, place, a) - rank(table, place, b));
  return doors;
}

const rank = (table: Table, place: DoorPlace, service: string): number => table.ranks[place].get(service) ?? 0;
