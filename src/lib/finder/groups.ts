import { keyOf } from './hash.ts';
import { stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

/** Words that mean the same to the finder, as an editor keeps them. */
interface WordGroup {
  readonly words: readonly string[];
  readonly misspelled?: readonly string[] | undefined;
  /** One way: who types this group also means those, not the other way round. */
  readonly alsoMeans?: readonly string[] | undefined;
}

/** Which groups a word, the beginning or end of a word, or a phrase belongs to, by key. */
export interface GroupTable {
  /** Groups that a group also means, by its number. */
  readonly also: readonly (readonly number[])[];
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

/** Bits of the keys of words: many pieces of a text are looked up, and a wrong meeting changes the meaning. */
const groupBits = 25;
const shortestPiece = 3;
const longestPhrase = 5;

export type WordGroups = Readonly<Record<string, WordGroup>>;

/** Names of all groups, sorted; a group's number is its place here. */
export function groupNames(languages: readonly WordGroups[]): string[] {
  return [...new Set(languages.flatMap((groups) => Object.keys(groups)))].sort();
}

/**
 * The table of some groups of some languages. A word that ends in a star stands for everything that begins
 * so, one that begins with a star for everything that ends so, and `*word*` for all that holds it; several
 * words are a phrase. `has` says which groups of which language go in.
 */
export function tableOf(
  names: readonly string[],
  languages: readonly WordGroups[],
  has: (language: number, group: number) => boolean = () => true,
): GroupTable {
  const number = new Map(names.map((name, index) => [name, index]));
  const also = names.map((name) => {
    const others = languages.flatMap((groups) => groups[name]?.alsoMeans ?? []);
    return [...new Set(others.flatMap((other) => number.get(other) ?? []))].sort((a, b) => a - b);
  });
  const found = new Map<number, Set<number>>();
  languages.forEach((groups, language) => {
    for (const [name, { words, misspelled }] of Object.entries(groups)) {
      const own = number.get(name);
      if (own === undefined || !has(language, own)) continue;
      for (const entry of [...words, ...(misspelled ?? [])]) {
        const key = entryKey(entry);
        if (key !== undefined) found.set(key, (found.get(key) ?? new Set<number>()).add(own));
      }
    }
  });
  return {
    also,
    groups: new Map([...found].sort(([a], [b]) => a - b).map(([key, set]) => [key, [...set].sort((a, b) => a - b)])),
  };
}

function entryKey(entry: string): number | undefined {
  const words = wordsOf(entry);
  const [word] = words;
  if (word === undefined) return undefined;
  if (words.length > 1) return keyOf(`=${words.map(stemOf).join(' ')}`, groupBits);
  const before = entry.trim().startsWith('*');
  const after = entry.trim().endsWith('*');
  if (before && after) return keyOf(`~${word}`, groupBits);
  if (after) return keyOf(`<${word}`, groupBits);
  if (before) return keyOf(`>${word}`, groupBits);
  return keyOf(`=${stemOf(word)}`, groupBits);
}

/** Numbers of the groups that a text touches, sorted, each once. */
export function groupsIn(table: GroupTable, words: readonly string[], stems: readonly string[]): number[] {
  const touched = new Set<number>();
  const look = (text: string): void => {
    for (const group of table.groups.get(keyOf(text, groupBits)) ?? []) {
      touched.add(group);
      for (const other of table.also[group] ?? []) touched.add(other);
    }
  };
  words.forEach((word, place) => {
    look(`=${stems[place] ?? ''}`);
    for (let size = 2; size <= longestPhrase && place + size <= stems.length; size++)
      look(`=${stems.slice(place, place + size).join(' ')}`);
    for (let cut = shortestPiece; cut <= word.length; cut++) {
      look(`<${word.slice(0, cut)}`);
      look(`>${word.slice(-cut)}`);
      for (let start = 0; start + cut <= word.length; start++) look(`~${word.slice(start, start + cut)}`);
    }
  });
  return [...touched].sort((a, b) => a - b);
}
