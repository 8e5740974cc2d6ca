/** What numbers in a text say about age or time. */
export interface Marks {
  /** Age that is named; the youngest when there are several. Years. */
  readonly age: number | undefined;
  /** A calendar year is named: it was long ago. */
  readonly hasYear: boolean;
}

const numberWords: Readonly<Record<string, number>> = {
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
  twintig: 20,
  eenentwintig: 21,
  tweeentwintig: 22,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
};

/** Reads ages ("16", "16jr", "zestien") and years from the words of a text. Amounts of three digits are neither. */
export function marksOf(words: readonly string[]): Marks {
  let age: number | undefined;
  let hasYear = false;
  for (const word of words) {
    const number = numberWords[word] ?? Number(/^(\d{1,4})(?:j|jr|jaar|y|yo|yrs)?$/.exec(word)?.[1] ?? Number.NaN);
    if (number >= 8 && number <= 99) age = Math.min(age ?? number, number);
    if (number >= 1950 && number <= 2099) hasYear = true;
  }
  return { age, hasYear };
}
