import { learn, type Lesson, type Net } from './learn.ts';
import { groupTableOf, lessonOf, subjectOf, textsOf, type ToLearn } from './lessons.ts';
import { sharedGroups, type Meanings } from './meanings.ts';
import type { Model } from './model.ts';
import { putTogether, shareVectors, type SharedPart } from './share-vectors.ts';

/** Parts a point is the sum of: each costs a visitor one byte a feature. */
const parts = 3;
/**
 * What a page has room for: features of its own language, each of four bytes, less what its groups of words
 * take; and features of each other language.
 */
const room = { own: 13_500, group: 0.6, others: 400 } as const;
/** Power of how often a feature occurs, in what it matters. */
const occurrence = 0.5;
/** Of the texts of other languages a page learns on with one in so many: they are known, and should stay so. */
const eachOther = 24;
/** The kept features learn on, read as they are written: as sums of shared vectors. Then these vectors learn. */
const courses = {
  written: { rounds: 4, rate: 0.1, forget: 0.4 },
  shared: { rounds: 14, rate: 0.3, forget: 0.5 },
} as const;
/** How often points are written anew while they learn. */
const writings = 6;
/** Whole numbers are no larger than this. */
const largest = 31;

/**
 * The model for the pages of one language: its own words, and the most telling ones of every other language.
 * `meanings` has what was learned of each language; the same input gives the same model, byte for byte.
 */
export function buildModel(
  given: ToLearn,
  locale: string,
  meanings: ReadonlyMap<string, Meanings>,
  edition: string,
): Model {
  const subject = subjectOf(given);
  const source = meanings.get(given.locales[0]!)!;
  const table = groupTableOf(given, subject, locale, sharedGroups(given, source));
  const others = given.locales.filter((other) => other !== locale);
  const own = meanings.get(locale)!;
  const chosen = chosenOf(
    own,
    others.map((other) => meanings.get(other)!),
    Math.max(0, Math.round(room.own - room.group * table.groups.size)),
  );
  const rowOf = new Map(chosen.map(({ key }, row) => [key, row]));
  const lessons = [
    ...textsOf(given, subject, locale, table),
    ...others.flatMap((other) => textsOf(given, subject, other, table, eachOther)),
  ].map((text) => lessonOf(text, rowOf));
  const free = netOf(source.net, chosen);
  const shared: Net = { ...free, parts: learnWritten(free, lessons, chosen) };
  learn(shared, lessons, courses.shared);
  return {
    edition,
    services: subject.services,
    needs: subject.needs,
    table,
    ...wholeNumbers(shared),
    rows: rowOf,
  };
}

/** A feature that a page keeps: its key, in how many texts it is, and its point. */
interface Chosen {
  readonly key: number;
  readonly texts: number;
  readonly point: Float32Array;
}

/** What a page keeps, by key: `count` features of its own language, and some of each other: those that move the outputs most and occur most. */
function chosenOf(own: Meanings, others: readonly Meanings[], count: number): Chosen[] {
  const chosen = new Map<number, Chosen>();
  const add = ({ keys, texts, effects, net }: Meanings, most: number): void => {
    const best = [...keys.keys()]
      .filter((row) => !chosen.has(keys[row]!))
      .map((row) => ({ row, worth: effects[row]! * texts[row]! ** occurrence }))
      .sort((a, b) => b.worth - a.worth || a.row - b.row)
      .slice(0, most);
    for (const { row } of best)
      chosen.set(keys[row]!, {
        key: keys[row]!,
        texts: texts[row]!,
        point: net.parts[0]!.vectors.subarray(row * net.size, (row + 1) * net.size),
      });
  };
  add(own, count);
  for (const other of others) add(other, room.others);
  return [...chosen.values()].sort((a, b) => a.key - b.key);
}

/**
 * Learns with points that are written as sums of shared vectors, and gives what was written at the end. Points
 * move as if they were free, and are written anew now and then: so what writing takes away is made good.
 * Rarer features may be written less exactly.
 */
function learnWritten(free: Net, lessons: readonly Lesson[], chosen: readonly Chosen[]): SharedPart[] {
  const { size } = free;
  const moves = free.parts[0]!.vectors;
  const weights = Float64Array.from(chosen, ({ texts }) => texts);
  const vectors = new Float32Array(moves.length);
  let written: SharedPart[] = [];
  const write = (): void => {
    written = shareVectors(moves, weights, size, parts, written);
    putTogether(written, size, vectors);
  };
  write();
  const read: Net = { ...free, parts: [{ ...free.parts[0]!, vectors }] };
  learn(read, lessons, { ...courses.written, moves, pause: { times: writings, then: write } });
  return written;
}

/** A net with these points, and directions of its own that begin as those of another. */
function netOf({ size, outputs, directions, bias }: Net, chosen: readonly Chosen[]): Net {
  const vectors = new Float32Array(chosen.length * size);
  chosen.forEach(({ point }, row) => {
    vectors.set(point, row * size);
  });
  return {
    size,
    outputs,
    parts: [{ vectors, of: Int32Array.from(chosen, (_, row) => row) }],
    directions: Float32Array.from(directions),
    bias: Float32Array.from(bias),
  };
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
    parts: shared.map(({ vectors, of }) => ({ vectors: rounded(vectors, pointStep), of: Uint8Array.from(of) })),
    directions: rounded(directions, directionStep),
    bias,
    scale: Math.fround(pointStep * directionStep),
  };
}
