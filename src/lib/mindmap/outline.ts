import { daylight } from './paints.ts';
import { open, type FontFiles } from './measure.ts';
import type { TextNode } from './scene.ts';
import { round } from './to-svg.ts';

/** Draws texts as shapes, from the same letters: for a picture, made by a program without our fonts. */
export function outliner(files: FontFiles): (node: TextNode) => string {
  const fonts = { sans: open(files.sans), serif: open(files.serif) };
  return ({ lines, face, size, fill }) => {
    const font = fonts[face];
    const scale = size / font.unitsPerEm;
    const shapes = lines.map(({ text, x, y }) => {
      let left = 0;
      const run = font.layout(text.trimEnd());
      return run.glyphs
        .map((glyph, index) => {
          const at = run.positions[index];
          const place = `translate(${round(x + (left + (at?.xOffset ?? 0)) * scale)} ${round(y)})`;
          left += at?.xAdvance ?? 0;
          const d = glyph.path.toSVG();
          return d === '' ? '' : `<path transform="${place} scale(${String(scale)} ${String(-scale)})" d="${d}"/>`;
        })
        .join('');
    });
    return `<g fill="${daylight[fill]}">${shapes.join('')}</g>`;
  };
}
