import * as fontkit from 'fontkit';

/** The two faces of the house, at the one weight each has on the map. */
export type Face = 'sans' | 'serif';

/** Width of a text in a face at a size. */
export type Measure = (text: string, face: Face, size: number) => number;

/** The files of the fonts, as bytes: of each face the first that has a letter draws it. */
export type FontFiles = Readonly<Record<Face, readonly Uint8Array[]>>;

export type OpenFonts = Readonly<Record<Face, readonly fontkit.Font[]>>;

/** Guess for a letter that no font has, in ems; the drawing then holds the text to that width. */
const guess = { narrow: 0.62, wide: 1 };
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Measures with the very files that are served, as a browser does: kerning included. */
export function measureWith(files: FontFiles): Measure {
  const fonts = openFonts(files);
  const seen = new Map<string, number>();
  return (text, face, size) => {
    const key = `${face} ${text}`;
    const known = seen.get(key);
    const ems = known ?? emsOf(fonts[face], text);
    if (known === undefined) seen.set(key, ems);
    return ems * size;
  };
}

/** Opens every file of each face. */
export function openFonts(files: FontFiles): OpenFonts {
  return { sans: files.sans.map(open), serif: files.serif.map(open) };
}

/** One font of a file. A collection of fonts is not one. */
function open(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(bytes as Buffer);
  if (!('layout' in font)) throw new Error('A file with more than one font');
  return font;
}

/** Letters that one font draws together; `font` is its place in the list, none where no font has them. */
export interface Run {
  readonly font: number | undefined;
  readonly text: string;
}

const hasLetter = (font: fontkit.Font, letter: string): boolean =>
  font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);

/** A text in parts of one font each. Spaces and signs stay with the letters before them where they can. */
export function runsOf(fonts: readonly fontkit.Font[], text: string): Run[] {
  return [...text].reduce<Run[]>((runs, letter) => {
    const last = runs.at(-1);
    const before = last?.font === undefined ? undefined : fonts[last.font];
    const isNeutral = !/[\p{L}\p{N}]/u.test(letter);
    const first = fonts.findIndex((font) => hasLetter(font, letter));
    const font = isNeutral && before && hasLetter(before, letter) ? last?.font : first < 0 ? undefined : first;
    if (last && last.font === font) return [...runs.slice(0, -1), { font, text: last.text + letter }];
    return [...runs, { font, text: letter }];
  }, []);
}

/** Letters that run from right to left. */
export const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

/** Words in letters that run from left to right, with what stands between two of them. */
const leftToRight =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}](?:[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{N}])?/gu;

const mirrors: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

/**
 * The parts of a line from left to right, as they are drawn. In a line of Arabic the last part comes first and
 * brackets are turned; Latin words in it keep their order.
 */
export function runsInOrder(fonts: readonly fontkit.Font[], text: string): Run[] {
  if (!isRightToLeft.test(text)) return runsOf(fonts, text);
  const parts: { text: string; isLatin: boolean }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(leftToRight)) {
    // A bracket that opens among Latin words closes there.
    const latin = found.includes('(') && text[index + found.length] === ')' ? `${found})` : found;
    parts.push({ text: text.slice(from, index), isLatin: false }, { text: latin, isLatin: true });
    from = index + latin.length;
  }
  parts.push({ text: text.slice(from), isLatin: false });
  return parts.reverse().flatMap((part) => {
    if (part.isLatin) return runsOf(fonts, part.text);
    const turned = part.text.replaceAll(/[()[\]«»]/g, (sign) => mirrors[sign] ?? sign);
    return runsOf(fonts, turned)
      .reverse()
      .map((run) => (/\p{L}/u.test(run.text) ? run : { ...run, text: [...run.text].reverse().join('') }));
  });
}

/** Width of a part in ems. */
export function emsOfRun(fonts: readonly fontkit.Font[], { font, text }: Run): number {
  const drawn = font === undefined ? undefined : fonts[font];
  if (drawn) return drawn.layout(text).advanceWidth / drawn.unitsPerEm;
  return [...text].reduce((total, letter) => total + (wide.test(letter) ? guess.wide : guess.narrow), 0);
}

function emsOf(fonts: readonly fontkit.Font[], text: string): number {
  return runsOf(fonts, text).reduce((total, run) => total + emsOfRun(fonts, run), 0);
}
