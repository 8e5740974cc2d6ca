import { groupsIn, type GroupTable } from './groups.ts';
import { keyOf } from './hash.ts';
import { marksOf } from './marks.ts';
import { isSmall } from './small-words.ts';
import { soundOf, stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

/** How much each kind of feature counts, found by trying (npm run bench:finder). */
const weight = { stem: 1, small: 0.4, pair: 0.9, skip: 0.5, piece: 0.2, group: 0.8, mark: 1 } as const;

/** Length of the pieces of a word: they find compounds and typing errors inside a word. */
const piece = { shortest: 3, longest: 4 } as const;

/** A text as the model sees it: keys of features with their values, which together have about length 1. */
export interface Features {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

/**
 * What a text is known by: stems, pairs of stems (next to each other, or with one word between), pieces of
 * words as they sound, groups of words with one meaning, and ages. Long texts count each feature less.
 */
export function featuresOf(text: string, table: GroupTable): Features {
  const found = new Map<number, number>();
  let length = 0;
  const add = (feature: string, amount: number): void => {
    const key = keyOf(feature);
    found.set(key, (found.get(key) ?? 0) + amount);
    length += amount;
  };
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  words.forEach((word, place) => {
    const stem = stems[place] ?? '';
    const small = isSmall(word);
    add(`w${stem}`, small ? weight.small : weight.stem);
    if (place > 0) add(`b${stems[place - 1] ?? ''} ${stem}`, weight.pair);
    if (place > 1) add(`s${stems[place - 2] ?? ''} ${stem}`, weight.skip);
    if (small) return;
    const padded = `^${soundOf(word)}$`;
    for (let size: number = piece.shortest; size <= piece.longest; size++)
      for (let start = 0; start + size <= padded.length; start++)
        add(`c${padded.slice(start, start + size)}`, weight.piece);
  });
  for (const group of groupsIn(table, words, stems)) add(`g${String(group)}`, weight.group);
  const { age, hasYear } = marksOf(words);
  if (age !== undefined) add(age < 18 ? '#teen' : age < 23 ? '#young' : '#adult', weight.mark);
  if (hasYear) add('#year', weight.mark);
  const scale = 1 / Math.sqrt(length || 1);
  return { keys: [...found.keys()], values: [...found.values()].map((amount) => Math.sqrt(amount) * scale) };
}
