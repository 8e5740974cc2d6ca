/** Endings that change a word and not what it is about, longest first. Dutch and English. */
const endings = [
  'heden',
  'elijke',
  'ingen',
  'lijk',
  'heid',
  'tjes',
  'pjes',
  'eren',
  'ende',
  'ings',
  'jes',
  'tje',
  'pje',
  'ing',
  'end',
  'ers',
  'je',
  'en',
  'ed',
  'er',
  'es',
  'ly',
  'e',
  's',
  't',
  'd',
  'n',
];

/** Spellings that sound alike are written alike, so that "sexwerk", "sekswerk" and "seksweerk" meet. */
const soundsLike: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, '$1'],
  [/zh/g, 'j'],
  [/ij|ei|y/g, 'i'],
  [/x/g, 'ks'],
  [/ck|c(?=[aoukl])|q/g, 'k'],
  [/ph/g, 'f'],
  [/ou|au/g, 'o'],
  [/oe/g, 'u'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/[cg]h/g, 'g'],
  [/d$|dt$/, 't'],
];

/** How a word sounds, about: the same for many of its misspellings. */
export function soundOf(word: string): string {
  return soundsLike.reduce((text, [from, to]) => text.replaceAll(new RegExp(from.source, 'g'), to), word);
}

/** A word without its ending, as it sounds. Words under four letters stay whole. */
export function stemOf(word: string): string {
  if (word.length < 4) return soundOf(word);
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  return soundOf(ending === undefined ? word : word.slice(0, -ending.length));
}
