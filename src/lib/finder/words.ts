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

/**
 * The words of a text in the order they stand: lower case, without accents and signs, Cyrillic as Latin
 * letters. Letters repeated for effect ("heeeelp") are written at most twice. Other scripts stay as they are.
 */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[\u0400-\u04ff]/gu, (letter) => cyrillic[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’`´]/gu, '')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
