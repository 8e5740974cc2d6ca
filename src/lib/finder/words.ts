/** Bulgarian letters as people type them on a Latin keyboard, so that both spellings meet. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: 'i',
  ю: 'iu',
  я: 'ia',
};

/** Letters that take no accent off and yet are typed in two ways: Polish, Turkish, Arabic, and Arabic digits. */
const alike: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0x660 + digit), String(digit)])),
};

/** Where a Bulgarian on a Latin keyboard types 4 for ч and 6 for ш; "4 dagen", "4dagen" and "6uur" stay. */
const digitLetters = /(?<=\p{L})[46](?=\p{L})|(?<![\p{L}\p{N}])[46](?=[aeio]\p{L})/gu;

/** "And", "the", "with the" and "for the", which Arabic writes at the beginning of a word. */
const arabicBeginning = /^(?:[وف]?(?:[بك]?ال|لل))(?=\p{Script=Arabic}{3})/u;

/**
 * The words of a text in the order they stand: lower case, without accents and signs, Cyrillic as Latin
 * letters, Arabic without its article. Letters repeated for effect ("heeeelp") are written at most twice.
 */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[łıىةـ\u0660-\u0669]/gu, (letter) => alike[letter] ?? letter)
    .replaceAll(digitLetters, (digit) => (digit === '4' ? 'ch' : 'sh'))
    .replaceAll(/[\u0400-\u04ff]/gu, (letter) => cyrillic[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’`´]/gu, '')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(arabicBeginning, ''))
    .filter((word) => word !== '');
}

/** Fewest letters and digits that say something. */
const fewestLetters = 3;

/**
 * Whether there is too little to answer: the first letters of a word would lead anywhere, also to an alarm. A letter
 * with a digit is a word ("B8", the time to think).
 */
export function isTooShort(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters && !/\p{L}\p{N}/u.test(text);
}
