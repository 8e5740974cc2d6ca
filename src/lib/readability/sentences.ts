/** A sentence with the number of its words. */
export interface Sentence {
  readonly text: string;
  readonly words: number;
}

/** What ends with a point but no sentence. */
const shortForms = /\b(?:bijv|bv|enz|m\.b\.t|o\.a|d\.w\.z|nr|art|ca|e\.g|i\.e|etc|no|vs)\.$/i;

/**
 * Cuts the text of one paragraph or list item into sentences, also where letters have no capitals. A colon
 * and a semicolon end none; what stands without a point at the end, as in a list, is a sentence too. A word is what stands between
 * spaces and holds a letter or a digit, so that "soa-test" is one and a lone "/" is none.
 */
export function sentencesIn(text: string): Sentence[] {
  const pieces = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!…؟]["'’”)»]?)\s+(?=["'‘“„«(]?[\p{Lu}\p{Lo}\p{N}])/u);
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && shortForms.test(before)) joined[joined.length - 1] = `${before} ${piece}`;
    else joined.push(piece);
  }
  return joined
    .map((sentence) => ({
      text: sentence,
      words: sentence.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    }))
    .filter(({ words }) => words > 0);
}

/** The value below which 90 of 100 numbers stay (nearest rank). Gives 0 for none. */
export function p90(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
}
