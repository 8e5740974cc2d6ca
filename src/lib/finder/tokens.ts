/** Words that say little by themselves, in Dutch and English; they still count a little. */
const stopWords = new Set(
  (
    'de het een en of in op van voor met bij aan te is ben bent zijn was er ik je jij mijn me mij we wij ze zij hij haar ' +
    'hem dat die dit deze om maar als dan ook nog wel niet geen naar uit over tot door wat wie waar hoe kan kun mag moet ' +
    'wil heb hebt heeft had word wordt worden zo al nu mee heel iemand iets ' +
    'the a an and or on for with at to am are be i you my they she he her him that this it but if then also not no from ' +
    'out by what who where how may can must want have has so now do does did someone something'
  ).split(' '),
);

/** Endings that change a word and not what it is about, longest first. */
const endings = [
  'heden',
  'elijke',
  'lijk',
  'heid',
  'ingen',
  'tjes',
  'pjes',
  'eren',
  'ende',
  'jes',
  'tje',
  'pje',
  'ing',
  'end',
  'je',
  'en',
  'ed',
  'e',
  's',
  't',
  'd',
];

/** Spellings that sound alike are written alike, so that "sexwerk", "sekswerk" and "seksweerk" come near. */
const soundsLike: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, '$1'],
  [/ij|ei|y/g, 'i'],
  [/x/g, 'ks'],
  [/ck|c(?=[aoukl])|q/g, 'k'],
  [/ph/g, 'f'],
  [/ou|au/g, 'o'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/ch/g, 'g'],
  [/dt$|d$/, 't'],
];

/** A word of a text: as it was typed (without accents and capitals), its stem, and whether it says little. */
export interface Token {
  readonly word: string;
  readonly stem: string;
  readonly isStop: boolean;
}

/** Cuts a text into words. Accents, capitals and signs are dropped; scripts other than Latin stay as they are. */
export function tokensOf(text: string): Token[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ word, stem: stemOf(word), isStop: stopWords.has(word) }));
}

function stemOf(word: string): string {
  if (word.length < 4) return word;
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  const short = ending === undefined ? word : word.slice(0, -ending.length);
  return soundsLike.reduce((text, [from, to]) => text.replaceAll(new RegExp(from, 'g'), to), short);
}
