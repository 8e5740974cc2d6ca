import { daylight } from './paints.ts';
import { open, type FontFiles } from './measure.ts';
import type { TextNode } from './scene.ts';

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
          const path = glyph.path.scale(scale, -scale).translate(x + (left + (at?.xOffset ?? 0)) * scale, y);
          left += at?.xAdvance ?? 0;
          return path.toSVG();
        })
        .join('');
    });
    return `<path fill="${daylight[fill]}" d="${shapes.join('')}"/>`;
  };
}
