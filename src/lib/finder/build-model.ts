import { byCodeUnit } from '../order/by-code-unit.ts';
import { featuresOf, type Features } from './features.ts';
import { groupNames, tableOf, type WordGroups } from './groups.ts';
import { keyOf } from './hash.ts';
import { learn, newNet, widthOf, type Lesson, type Net } from './learn.ts';
import type { Model, Need } from './model.ts';
import { shareVectors } from './share-vectors.ts';
import { targetOf } from './target.ts';

/** A text that teaches, and the language it is in. */
interface Taught {
  readonly locale: string;
  readonly text: string;
}

/** One need with every way to ask for it, in all languages together. */
export interface NeedToLearn {
  readonly id: string;
  readonly isAcute: boolean;
  /** Ids of services, the best first, with what must hold of the person. */
  readonly services: readonly { readonly id: string; readonly when: readonly string[] }[];
  readonly wordings: readonly Taught[];
}

export interface ToLearn {
  /** In the order of their ids. */
  readonly needs: readonly NeedToLearn[];
  readonly groups: readonly { readonly locale: string; readonly groups: WordGroups }[];
  /** What people type that the site is not for. */
  readonly outside: readonly Taught[];
}

/** Numbers of a point: how many shades of meaning there are. */
const size = 32;
/** Parts a point is the sum of: each costs a visitor one byte a feature. */
const parts = 3;
/** Features a language keeps on its own pages, and all others together there: each costs a visitor four bytes. */
const kept = { own: 10_000, others: 2000 } as const;
/** How many groups of words are understood in every language: those that speak most for danger. */
const dangerGroups = 40;
/** Fewest texts that must have a feature before it is learned. */
const leastTexts = 3;
/** Power of how often a feature occurs, in what it matters. */
const occurrence = 0.5;
/** How much danger and "known" matter beside services when it is chosen what to keep. */
const alarms = 3;
/** First every feature has a point; then the kept ones learn on; then their points become sums of shared vectors. */
const courses = {
  free: { rounds: 12, rate: 0.2, forget: 0.5, points: 1 },
  fewer: { rounds: 4, rate: 0.08, forget: 0.4, points: 1 },
  shared: { rounds: 5, rate: 0.05, forget: 0.3, points: 0.3 },
} as const;
/** Whole numbers are no larger than this. */
const largest = 31;

/**
 * Learns one model per language from the content: they share all but the features they know, each its own
 * best. The same content gives the same models, byte for byte. `editionOf` names the model of a language.
 */
export function buildModels<L extends string>(
  { needs, groups, outside }: ToLearn,
  locales: readonly L[],
  editionOf: (locale: L) => string,
): Record<L, Model> {
  const languages = groups.map((one) => one.groups);
  const names = groupNames(languages);
  const table = tableOf(names, languages);
  const services = [...new Set(needs.flatMap((need) => need.services.map(({ id }) => id)))].sort(byCodeUnit);
  const place = new Map(services.map((id, index) => [id, index]));
  const known: Need[] = needs.map((need) => ({
    id: need.id,
    isAcute: need.isAcute,
    services: need.services.map(({ id, when }) => ({ id: place.get(id)!, when })),
  }));
  const taught = needs.flatMap((need, index) => need.wordings.map((wording) => ({ ...wording, need: index })));
  const texts = [...taught, ...outside.map((one) => ({ ...one, need: -1 }))];
  const all = texts.map(({ text }) => featuresOf(text, table));
  const counts = countsOf(all, texts);
  const keys = [...counts]
    .filter(([, byLocale]) => sum(byLocale.values()) >= leastTexts)
    .map(([key]) => key)
    .sort((a, b) => a - b);
  const lessonsOn = (rowsOf: (locale: string) => ReadonlyMap<number, number>): Lesson[] =>
    texts.map(({ need, text, locale }, index) => ({
      example: exampleOf(all[index]!, rowsOf(locale)),
      need,
      services: need < 0 ? [] : targetOf(known[need]!, text),
      isAcute: known[need]?.isAcute ?? false,
    }));

  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const free = newNet(keys.length, { services: services.length, needs: known.length }, size);
  const anyLanguage = lessonsOn(() => rowOf);
  learn(free, anyLanguage, courses.free);
  const chosen = locales.map((locale) => keptRows(free, keys, (key) => counts.get(key)!, locale));
  const used = [...new Set(chosen.flat())].sort((a, b) => a - b);
  const placeOf = new Map(used.map((row, index) => [row, index]));
  // A text learns on with the features that the pages of its own language keep: there it will be typed.
  const keptOf = new Map<string, ReadonlyMap<number, number>>(
    locales.map((locale, index) => [locale, new Map(chosen[index]!.map((row) => [keys[row]!, placeOf.get(row)!]))]),
  );
  const lessons = lessonsOn((locale) => keptOf.get(locale) ?? new Map());
  const fewer = onRows(free, used);
  learn(fewer, lessons, courses.fewer);
  const shared: Net = {
    ...fewer,
    parts: shareVectors(
      fewer.parts[0]!.vectors,
      Float64Array.from(used, (row) => Math.sqrt(sum(counts.get(keys[row]!)!.values()))),
      size,
      parts,
    ),
  };
  learn(shared, lessons, courses.shared);
  const whole = wholeNumbers(shared);

  // Words of danger are understood on the pages of every language; other groups only in their own.
  const danger = names
    .map((_, group) => ({ group, pull: acutePull(free, rowOf.get(keyOf(`g${String(group)}`))) }))
    .sort((a, b) => b.pull - a.pull || a.group - b.group)
    .slice(0, dangerGroups)
    .map(({ group }) => group);
  return Object.fromEntries(
    locales.map((locale, index) => [
      locale,
      {
        edition: editionOf(locale),
        services,
        needs: known,
        table: tableOf(
          names,
          languages,
          (language, group) => groups[language]?.locale === locale || danger.includes(group),
        ),
        ...whole,
        rows: new Map(chosen[index]!.map((row, own) => [keys[row]!, own])),
        parts: whole.parts.map(({ vectors, of }) => ({
          vectors,
          of: Uint8Array.from(chosen[index]!, (row) => of[placeOf.get(row)!]!),
        })),
      } satisfies Model,
    ]),
  ) as unknown as Record<L, Model>;
}

function countsOf(all: readonly Features[], texts: readonly Taught[]): Map<number, Map<string, number>> {
  const counts = new Map<number, Map<string, number>>();
  all.forEach(({ keys }, index) => {
    const { locale } = texts[index]!;
    for (const key of keys) {
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own.set(locale, (own.get(locale) ?? 0) + 1));
    }
  });
  return counts;
}

/** The rows that the pages of a language keep: what moves the outputs most, and occurs most. */
function keptRows(
  net: Net,
  keys: readonly number[],
  countsOf: (key: number) => ReadonlyMap<string, number>,
  locale: string,
): number[] {
  const effects = keys.map((_, row) => effectOf(net, row));
  const own = (row: number): number => countsOf(keys[row]!).get(locale) ?? 0;
  const others = (row: number): number => sum(countsOf(keys[row]!).values()) - own(row);
  const most = (rows: readonly number[], of: (row: number) => number, count: number): number[] =>
    rows
      .map((row) => ({ row, worth: effects[row]! * of(row) ** occurrence }))
      .filter(({ worth }) => worth > 0)
      .sort((a, b) => b.worth - a.worth || a.row - b.row)
      .slice(0, count)
      .map(({ row }) => row);
  const first = new Set(most([...keys.keys()], own, kept.own));
  const rest = [...keys.keys()].filter((row) => !first.has(row));
  return [...first, ...most(rest, others, kept.others)].sort((a, b) => a - b);
}

/** The net with the points of some rows only, numbered anew. */
function onRows(net: Net, rows: readonly number[]): Net {
  const { vectors } = net.parts[0]!;
  const own = new Float32Array(rows.length * net.size);
  rows.forEach((row, index) => {
    own.set(vectors.subarray(row * net.size, (row + 1) * net.size), index * net.size);
  });
  return { ...net, parts: [{ vectors: own, of: Int32Array.from(rows, (_, index) => index) }] };
}

function exampleOf({ keys, values }: Features, row: ReadonlyMap<number, number>): Lesson['example'] {
  const places = [...keys.keys()].filter((place) => row.has(keys[place]!));
  return {
    rows: Int32Array.from(places, (place) => row.get(keys[place]!)!),
    values: Float32Array.from(places, (place) => values[place]!),
  };
}

/** How much a row moves the outputs that decide: services, danger and known. */
function effectOf(net: Net, row: number): number {
  const { services, needs } = net.outputs;
  let total = 0;
  for (let output = 0; output < widthOf(net.outputs); output++) {
    if (output >= services && output < services + needs) continue;
    total += pullOf(net, row, output) ** 2 * (output < services ? 1 : alarms);
  }
  return Math.sqrt(total);
}

function acutePull(net: Net, row: number | undefined): number {
  return row === undefined ? 0 : pullOf(net, row, net.outputs.services + net.outputs.needs);
}

/** What a row of a net with free points adds to an output. */
function pullOf({ size: numbers, parts: [part], directions }: Net, row: number, output: number): number {
  let pull = 0;
  for (let at = 0; at < numbers; at++) pull += part!.vectors[row * numbers + at]! * directions[output * numbers + at]!;
  return pull;
}

/** The net in whole numbers, with what a step of them stands for. */
function wholeNumbers({ size: numbers, parts: shared, directions, bias }: Net) {
  const stepOf = (all: readonly number[]): number => {
    const sizes = all.map(Math.abs).sort((a, b) => a - b);
    return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / largest || 1;
  };
  const rounded = (from: Float32Array, step: number) =>
    Int8Array.from(from, (number) => Math.max(-127, Math.min(127, Math.round(number / step))));
  // One step for all parts: they are added up.
  const pointStep = stepOf(shared.flatMap(({ vectors }) => [...vectors]));
  const directionStep = stepOf([...directions]);
  return {
    size: numbers,
    parts: shared.map(({ vectors, of }) => ({ vectors: rounded(vectors, pointStep), of })),
    directions: rounded(directions, directionStep),
    bias,
    scale: Math.fround(pointStep * directionStep),
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
