import { byCodeUnit } from '../order/by-code-unit.ts';
import { featuresOf, type Features } from './features.ts';
import { groupNames, tableOf, type WordGroups } from './groups.ts';
import { keyOf } from './hash.ts';
import { columnsOf, headNames, type HeadName, type Model, type Need } from './model.ts';
import { targetOf } from './target.ts';
import { keepLearning, learnAll, type Example, type Lesson, type Target, type Weights } from './train.ts';

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

/** How many weights each head keeps: what is left out costs accuracy, what is kept costs a visitor bytes. */
const kept: Record<HeadName, number> = { services: 36_000, acute: 12_000, known: 10_000, needs: 12_000 };
/** How many groups of words are understood in every language: those that speak most for danger. */
const dangerGroups = 40;
/** Fewest texts that must have a feature before it is learned. */
const leastTexts = 3;
/** How much a feature of another language than the page's counts when it is chosen what to keep. */
const otherLanguage = 0.25;
/** Power of how often a feature occurs, in what it matters. */
const occurrence = 0.3;
/** How much an example counts: danger that is missed is worse than a false alarm, and there is less of it. */
const weightOf = { acute: 3, outside: 5 } as const;
/** Weights are whole numbers up to this. */
const largest: Record<HeadName, number> = { services: 7, acute: 15, known: 15, needs: 7 };

/**
 * Learns one model per language from the content: each knows all languages, its own best. The same content
 * gives the same models, byte for byte. `editionOf` names the model of a language.
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
  const texts: readonly Taught[] = [...taught, ...outside];
  const all = texts.map(({ text }) => featuresOf(text, table));
  const counts = countsOf(all, texts);
  const keys = [...counts]
    .filter(([, byLocale]) => sum(byLocale.values()) >= leastTexts)
    .map(([key]) => key)
    .sort((a, b) => a - b);
  const lessons = lessonsOn(all, keys, taught.length, {
    services: taught.map(({ need, text }) => targetOf(known[need]!, text)),
    acute: texts.map((_, index) => known[taught[index]?.need ?? -1]?.isAcute ?? false),
    needs: taught.map(({ need }): Target => [[need, 1]]),
    classes: { services: services.length, needs: known.length },
  });

  const learned = mapHeads((head) => (head === 'needs' ? undefined : learnAll(lessons[head])));
  // Words of danger are understood on the pages of every language; other groups only in their own.
  const row = new Map(keys.map((key, index) => [key, index]));
  const danger = names
    .map((_, group) => ({ group, weight: pairWeight(learned.acute!, row.get(keyOf(`g${String(group)}`))) }))
    .sort((a, b) => b.weight - a.weight || a.group - b.group)
    .slice(0, dangerGroups)
    .map(({ group }) => group);
  const importances = locales.map((locale) =>
    Float64Array.from(keys, (key) => importanceOf(counts.get(key) as ReadonlyMap<string, number>, locale)),
  );
  const small = importances.map((importance) =>
    mapHeads((head) => {
      const from = learned[head];
      return from && keepLearning(lessons[head], from, importance, kept[head]);
    }),
  );
  // The needs use only features that are there already: with so many classes, each new one is dear.
  const used = small.map((heads) => keys.map((_, row) => Object.values(heads).some((one) => one && hasRow(one, row))));
  const rows = [...keys.keys()].filter((row) => used.some((of) => of[row]));
  const lessonOfNeeds = onRows(lessons.needs, rows);
  const ofNeeds = learnAll(lessonOfNeeds);
  return Object.fromEntries(
    locales.map((locale, index) => {
      const heads = small[index] as Record<HeadName, Weights>;
      const importance = Float64Array.from(rows, (row) =>
        used[index]?.[row] ? (importances[index] as Float64Array)[row]! : 0,
      );
      const own = mapHeads((head) =>
        head === 'needs' ? keepLearning(lessonOfNeeds, ofNeeds, importance, kept.needs) : atRows(heads[head], rows),
      );
      const ownTable = tableOf(
        names,
        languages,
        (language, group) => groups[language]?.locale === locale || danger.includes(group),
      );
      const base = { edition: editionOf(locale), services, needs: known, table: ownTable };
      return [
        locale,
        pack(
          base,
          rows.map((row) => keys[row]!),
          own,
        ),
      ];
    }),
  ) as Record<L, Model>;
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

/** How much a feature matters on the pages of a language: how often it occurs, and how much of that in the language. */
function importanceOf(counts: ReadonlyMap<string, number>, locale: string): number {
  const all = sum(counts.values());
  const own = (counts.get(locale) ?? 0) / all;
  return all ** occurrence * (otherLanguage + (1 - otherLanguage) * own);
}

function lessonsOn(
  all: readonly Features[],
  keys: readonly number[],
  inside: number,
  given: {
    services: readonly Target[];
    acute: readonly boolean[];
    needs: readonly Target[];
    classes: { services: number; needs: number };
  },
): Record<HeadName, Lesson> {
  const row = new Map(keys.map((key, index) => [key, index]));
  const examples = all.map((features) => exampleOf(features, row));
  const base = { rows: keys.length, rate: 2, rounds: 8 };
  const pair = (yes: readonly boolean[], yesWeight: number, noWeight: number): Omit<Lesson, keyof typeof base> => ({
    examples,
    classes: 2,
    targets: yes.map((is): Target => [[Number(is), 1]]),
    importance: yes.map((is) => (is ? yesWeight : noWeight)),
  });
  return {
    services: {
      ...base,
      examples: examples.slice(0, inside),
      classes: given.classes.services,
      targets: given.services,
    },
    acute: { ...base, ...pair(given.acute, weightOf.acute, 1) },
    known: {
      ...base,
      ...pair(
        examples.map((_, index) => index < inside),
        1,
        weightOf.outside,
      ),
    },
    needs: {
      ...base,
      rate: 4,
      rounds: 6,
      examples: examples.slice(0, inside),
      classes: given.classes.needs,
      targets: given.needs,
    },
  };
}

function exampleOf({ keys, values }: Features, row: ReadonlyMap<number, number>): Example {
  const pairs = keys.flatMap((key, index): [number, number][] => {
    const own = row.get(key);
    return own === undefined ? [] : [[own, values[index]!]];
  });
  return { rows: Int32Array.from(pairs, ([own]) => own), values: Float64Array.from(pairs, ([, value]) => value) };
}

/** The same lesson on some of its rows only; they are counted anew. */
function onRows(lesson: Lesson, rows: readonly number[]): Lesson {
  const place = new Map(rows.map((row, index) => [row, index]));
  return {
    ...lesson,
    rows: rows.length,
    examples: lesson.examples.map((example) => {
      const kept = [...example.rows.keys()].filter((index) => place.has(example.rows[index]!));
      return {
        rows: Int32Array.from(kept, (index) => place.get(example.rows[index]!)!),
        values: Float64Array.from(kept, (index) => example.values[index]!),
      };
    }),
  };
}

/** Weights of some rows only; rows that are left out must have none. */
function atRows({ starts, ...rest }: Weights, rows: readonly number[]): Weights {
  return { ...rest, starts: Int32Array.from([...rows.map((row) => starts[row]!), starts.at(-1) ?? 0]) };
}

function hasRow({ starts }: Weights, row: number): boolean {
  return starts[row] !== starts[row + 1];
}

/** What a row speaks for the second class of two, less what it speaks for the first. */
function pairWeight({ starts, columns, weights }: Weights, row: number | undefined): number {
  if (row === undefined) return 0;
  let total = 0;
  for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
    total += columns[entry] === 1 ? weights[entry]! : -weights[entry]!;
  return total;
}

function mapHeads<V>(make: (head: HeadName) => V): Record<HeadName, V> {
  return Object.fromEntries(headNames.map((head) => [head, make(head)])) as Record<HeadName, V>;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Puts the heads side by side, as whole numbers, and leaves out rows that say nothing. */
function pack(
  base: Pick<Model, 'edition' | 'services' | 'needs' | 'table'>,
  keys: readonly number[],
  heads: Readonly<Record<HeadName, Weights>>,
): Model {
  const at = columnsOf(base.services.length, base.needs.length);
  const bias = new Float32Array(at.end);
  const scales = mapHeads(() => 1);
  const whole = mapHeads((head) => {
    const entries = entriesOf(heads[head], at[head]);
    const sizes = Float64Array.from(entries.flatMap((row) => row.map(([, weight]) => Math.abs(weight)))).sort();
    const most = largest[head];
    scales[head] = Math.fround((sizes[Math.floor(sizes.length * 0.998)] ?? 1) / most);
    const { bias: own } = heads[head];
    if (own.length === 2) bias[at[head]] = own[1]! - own[0]!;
    else bias.set(own, at[head]);
    return entries.map((row) =>
      row.map(([column, weight]): [number, number] => [
        column,
        Math.max(-most, Math.min(most, Math.round(weight / scales[head]))),
      ]),
    );
  });
  const starts = [0];
  const columns: number[] = [];
  const numbers: number[] = [];
  const rows = new Map<number, number>();
  keys.forEach((key, row) => {
    const before = columns.length;
    for (const head of headNames)
      for (const [column, weight] of whole[head][row] ?? []) {
        if (weight === 0) continue;
        columns.push(column);
        numbers.push(weight);
      }
    if (columns.length === before) return;
    rows.set(key, starts.length - 1);
    starts.push(columns.length);
  });
  return {
    ...base,
    rows,
    starts: Uint32Array.from(starts),
    columns: Uint16Array.from(columns),
    weights: Int8Array.from(numbers),
    heads: { scales, bias },
  };
}

/** Entries of each row. A head of two classes is one column: what speaks for the second, less what for the first. */
function entriesOf({ classes, starts, columns, weights }: Weights, first: number): [number, number][][] {
  return Array.from({ length: starts.length - 1 }, (_, row) => {
    const entries: [number, number][] = [];
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) entries.push([columns[entry]!, weights[entry]!]);
    if (classes !== 2) return entries.map(([column, weight]) => [first + column, weight]);
    const sum = entries.reduce((total, [column, weight]) => total + (column === 1 ? weight : -weight), 0);
    return sum === 0 ? [] : [[first, sum]];
  });
}
