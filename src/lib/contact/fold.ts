/** Marks that nobody sees, or that only change how a character looks: they can hide in a number. */
const unseen = /[\p{Cf}\u034F\uFE00-\uFE0F]/gu;

/** Signs that a writer may put between digits instead of a space. */
const between = /(?<=\d)\s*[·•⁃_~*|,]\s*(?=\d{2})/g;

/**
 * A text as one compares it: one form of every character and digit, one kind of space, nothing
 * unseen. `06·12` and `０６ 12` both become `06 12`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replaceAll(between, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** Every script keeps its ten digits in one row, so the place in the row is the value. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (first > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String(code - first);
}
