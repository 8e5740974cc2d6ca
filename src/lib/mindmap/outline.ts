import { daylight } from './paints.ts';
import { emsOfRun, openFonts, runsInOrder, type Face, type FontFiles } from './measure.ts';
import type { TextNode } from './scene.ts';

export interface Outliner {
  /** A text as shapes, each a reference to its letter. */
  readonly draw: (node: TextNode) => string;
  /** Every letter that was drawn so far, once. */
  readonly letters: () => string;
}

/** Draws texts as shapes, from the same letters: for a picture, made by a program without our fonts. */
export function outliner(files: FontFiles): Outliner {
  const fonts = openFonts(files);
  const letters = new Map<string, string>();
  const lineOf = (text: string, face: Face, size: number, x: number, y: number): string[] => {
    let start = x;
    return runsInOrder(fonts[face], text).map((run) => {
      const left = start;
      start += emsOfRun(fonts[face], run) * size;
      const font = run.font === undefined ? undefined : fonts[face][run.font];
      if (!font) return '';
      const { glyphs, positions } = font.layout(run.text);
      let at = 0;
      const parts = glyphs.map((glyph, index) => {
        const position = positions[index];
        const name = `${face}${String(run.font)}-${String(glyph.id)}`;
        if (!letters.has(name)) letters.set(name, glyph.path.toSVG());
        const part = `<use href="#${name}" x="${String(at + (position?.xOffset ?? 0))}" y="${String(position?.yOffset ?? 0)}"/>`;
        at += position?.xAdvance ?? 0;
        return part;
      });
      const scale = size / font.unitsPerEm;
      return `<g transform="translate(${left.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})">${parts.join('')}</g>`;
    });
  };
  return {
    draw: ({ lines, face, size, fill }) =>
      `<g fill="${daylight[fill]}">${lines.flatMap(({ text, x, y }) => lineOf(text.trimEnd(), face, size, x, y)).join('')}</g>`,
    letters: () => `<defs>${[...letters].map(([name, d]) => `<path id="${name}" d="${d}"/>`).join('')}</defs>`,
  };
}
