import type { Face, Measure } from './measure.ts';
import type { Paint, TextNode } from './scene.ts';

/** What every layout needs to set type. */
export interface Press {
  readonly measure: Measure;
  readonly locale: string;
}

/** Sizes of type and space, all in the units of the drawing. */
export const sizes = {
  title: 19,
  leaf: 11,
  lead: 13.4,
  head: 9.6,
  headLead: 12.6,
  mark: 7.1,
  markGap: 7,
  rowGap: 5,
  laneGap: 14,
} as const;

/** Where a label begins, from the start of its lane: behind the mark. */
export const indent = 2 * sizes.mark + sizes.markGap;

/** Lines of type from a left edge. */
export function textNode(
  lines: readonly string[],
  face: Face,
  size: number,
  fill: Paint,
  x: number,
  baseline: number,
  lead: number,
  press: Press,
): TextNode {
  return {
    kind: 'text',
    face,
    size,
    fill,
    lines: lines.map((text, index) => ({
      text,
      x,
      y: baseline + index * lead,
      width: press.measure(text.trimEnd(), face, size),
      // The space at the very end of a text is not set.
      advance: press.measure(index === lines.length - 1 ? text.trimEnd() : text, face, size),
    })),
  };
}

/** All values together. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
