import * as fontkit from 'fontkit';

/** The two faces of the house, at the one weight each has on the map. */
export type Face = 'sans' | 'serif';

/** Width of a text in a face at a size. */
export type Measure = (text: string, face: Face, size: number) => number;

/** The files of the fonts, as bytes. */
export type FontFiles = Readonly<Record<Face, Uint8Array>>;

/** Guess for a letter that the font does not have, in ems; the drawing then holds the text to that width. */
const guess = { narrow: 0.62, wide: 1 };
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Measures with the very files that are served, as a browser does: kerning included. */
export function measureWith(files: FontFiles): Measure {
  const fonts = { sans: open(files.sans), serif: open(files.serif) };
  const seen = new Map<string, number>();
  return (text, face, size) => {
    const key = `${face} ${text}`;
    const known = seen.get(key);
    const ems = known ?? emsOf(fonts[face], text);
    if (known === undefined) seen.set(key, ems);
    return ems * size;
  };
}

/** One font of a file. A collection of fonts is not one. */
export function open(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(bytes as Buffer);
  if (!('layout' in font)) throw new Error('A file with more than one font');
  return font;
}

function emsOf(font: fontkit.Font, text: string): number {
  let missing = 0;
  const known = [...text]
    .filter((letter) => {
      if (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) return true;
      missing += wide.test(letter) ? guess.wide : guess.narrow;
      return false;
    })
    .join('');
  return (known === '' ? 0 : font.layout(known).advanceWidth / font.unitsPerEm) + missing;
}
