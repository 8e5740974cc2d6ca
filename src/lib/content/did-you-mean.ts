import { byCodeUnit } from '../order/by-code-unit.ts';

/**
 * The candidate that looks most like what was written, for a message such as "Bedoel je …?".
 * Gives undefined when nothing is close: at most a third of the letters may differ, and at least two
 * may (one in a word of three letters). Ties go to the candidate that comes first by code unit.
 */
export function didYouMean(written: string, candidates: Iterable<string>): string | undefined {
  const limit = written.length <= 3 ? 1 : Math.max(2, Math.floor(written.length / 3));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of [...candidates].sort(byCodeUnit)) {
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Damerau-Levenshtein distance (optimal string alignment): inserts, deletes, replacements, swaps. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      rows[i]![j] = cost;
    }
  }
  return at(a.length, b.length);
}
