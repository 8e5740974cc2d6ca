import type { Found } from './pagefind.js';

/** Fewer pages than this with all the words, and pages with some of them come along. */
const few = 3;
/** How many of those at most: beyond it they share little more than "my" and "not". */
const mostLoose = 8;

export interface Ordered {
  readonly ids: readonly string[];
  /** Whether some of the pages lack some of the words. */
  readonly isLoose: boolean;
}

/** Words worth looking for one by one: of a sentence the short ones say nothing. */
export function wordsOf(typed: string): string[] {
  return [...new Set(typed.split(/\s+/).filter((word) => word.length > 3))];
}

/**
 * The ids in the order in which they are shown: pages with all the words, best first; when those are
 * few, then pages with some, the more and the rarer the earlier. Pagefind alone finds pages with all
 * the words, so that a question in a whole sentence finds next to nothing.
 */
export function orderFound(all: readonly Found[], perWord: readonly (readonly Found[])[]): Ordered {
  const ids = all.map(({ id }) => id);
  if (ids.length >= few) return { ids, isLoose: false };
  const sums = new Map<string, number>();
  for (const { id, score } of perWord.flat()) sums.set(id, (sums.get(id) ?? 0) + score);
  const loose = [...sums]
    .filter(([id]) => !ids.includes(id))
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, mostLoose)
    .map(([id]) => id);
  return { ids: [...ids, ...loose], isLoose: loose.length > 0 };
}
