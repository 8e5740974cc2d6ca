import { keyOf } from './hash.ts';
import { learn, newNet, widthOf, type Net } from './learn.ts';
import { groupTableOf, lessonOf, subjectOf, textsOf, type ToLearn } from './lessons.ts';

/** What the words of one language mean: a point for each feature that enough of its texts have. */
export interface Meanings {
  /** Sorted. */
  readonly keys: Int32Array;
  /** In how many texts of the language each feature is. */
  readonly texts: Int32Array;
  /** How much each feature moves the outputs that decide. */
  readonly effects: Float64Array;
  readonly net: Net;
}

/** Numbers of a point: how many shades of meaning there are. */
const size = 32;
/** Fewest texts that must have a feature before it is learned. */
const leastTexts = 3;
/** How many groups of words are understood on the pages of every language: those that speak most for danger. */
const dangerGroups = 20;
/** How much danger and "known" matter beside services when it is chosen what to keep. */
const alarms = 3;
const course = { rounds: 12, rate: 0.3, forget: 0.5 } as const;

/**
 * Learns what the words of one language mean. The first language (`source` is left out) finds a direction for
 * everything the finder can say. The others keep those directions and find points for their own words: so
 * what means the same comes to stand at the same place, and no language is the worse for another.
 */
export function learnMeanings(given: ToLearn, locale: string, source?: Meanings): Meanings {
  const subject = subjectOf(given);
  const table = groupTableOf(given, subject, locale, source ? sharedGroups(given, source) : []);
  const texts = textsOf(given, subject, locale, table);
  const counts = new Map<number, number>();
  for (const { features } of texts) for (const key of features.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = Int32Array.from([...counts].filter(([, count]) => count >= leastTexts).map(([key]) => key)).sort();
  const rowOf = new Map([...keys].map((key, row) => [key, row]));
  const net = source ? besides(source, keys) : newNet(keys.length, subject.outputs, size);
  learn(
    net,
    texts.map((text) => lessonOf(text, rowOf)),
    { ...course, keepsDirections: source !== undefined },
  );
  return {
    keys,
    texts: Int32Array.from(keys, (key) => counts.get(key)!),
    effects: Float64Array.from(keys, (_, row) => effectOf(net, row)),
    net,
  };
}

/** Groups of words that speak most for danger in the first language: they are understood on every page. */
export function sharedGroups(given: ToLearn, { keys, net }: Meanings): number[] {
  const rowOf = new Map([...keys].map((key, row) => [key, row]));
  const danger = net.outputs.services + net.outputs.needs;
  return subjectOf(given)
    .groups.map((_, group) => ({ group, row: rowOf.get(keyOf(`g${String(group)}`)) }))
    .map(({ group, row }) => ({ group, pull: row === undefined ? 0 : pullOf(net, row, danger) }))
    .sort((a, b) => b.pull - a.pull || a.group - b.group)
    .slice(0, dangerGroups)
    .map(({ group }) => group);
}

/** A net for other features with the same directions; what both languages have begins where it stood. */
function besides({ keys: known, net }: Meanings, keys: Int32Array): Net {
  const { vectors } = net.parts[0]!;
  const begun = newNet(keys.length, net.outputs, net.size);
  const own = begun.parts[0]!.vectors;
  const rowOf = new Map([...known].map((key, row) => [key, row]));
  keys.forEach((key, row) => {
    const from = rowOf.get(key);
    if (from !== undefined) own.set(vectors.subarray(from * net.size, (from + 1) * net.size), row * net.size);
  });
  return { ...begun, directions: Float32Array.from(net.directions), bias: Float32Array.from(net.bias) };
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

/** What a row of a net with free points adds to an output. */
function pullOf({ size: numbers, parts: [part], directions }: Net, row: number, output: number): number {
  let pull = 0;
  for (let at = 0; at < numbers; at++) pull += part!.vectors[row * numbers + at]! * directions[output * numbers + at]!;
  return pull;
}
