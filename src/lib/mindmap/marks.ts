import type { Measure } from './measure.ts';
import type { GroupNode, PathNode, SceneNode } from './scene.ts';
import { circle, outlines } from './shapes.ts';
import type { Mark, Sign } from './tree.ts';

/** Side of the square in which a mark is drawn once, so that other places can point to it. */
export const markSide = 24;

/** How much larger that square is than the mark's radius. */
const aroundMark = 2.6;
export const markRadius = markSide / aroundMark;

/** By which name a mark is drawn once: the same mark has the same name. */
export const markName = ({ shape, letter, doubt }: Mark): string =>
  ['sign', shape ?? 'unknown', shape === undefined ? '' : letter, doubt].filter((part) => part !== '').join('-');

/**
 * The sign of a partner around a middle. Filled is sure; an outline in ink is our reading, a dashed one is
 * asked for, and a question mark is unknown. The letter says the same without any colour. `says` is for who
 * listens to a drawing on paper.
 */
export function markNode(mark: Mark, x: number, y: number, r: number, measure: Measure, says?: string): GroupNode {
  const { shape, doubt } = mark;
  const letter = shape === undefined ? '?' : mark.letter;
  const size = r * ([...letter].length > 1 ? 1.02 : 1.24);
  const width = measure(letter, 'sans', size);
  const drop = shape === 'triangle' ? r * 0.22 : shape === 'arch' ? r * 0.1 : 0;
  const text: SceneNode = {
    kind: 'text',
    face: 'sans',
    size,
    fill: shape !== undefined && doubt === 'sure' ? `letter-${shape}` : 'ink',
    isSign: true,
    lines: [{ text: letter, x: x - width / 2, y: y + drop + size * 0.34, width, advance: width }],
  };
  return {
    kind: 'group',
    symbol: { name: markName(mark), x, y, side: r * aroundMark },
    ...(says === undefined ? {} : { says }),
    children: [outlineOf(mark, x, y, r), ...(letter === '' ? [] : [text])],
  };
}

function outlineOf({ shape, doubt }: Mark, x: number, y: number, r: number): PathNode {
  if (shape === undefined)
    return {
      kind: 'path',
      d: circle(x, y, r * 0.94),
      fill: 'card',
      stroke: 'soft',
      width: r * 0.14,
      dash: [r * 0.32, r * 0.26],
    };
  if (doubt === 'sure') return { kind: 'path', d: outlines[shape](x, y, r), fill: `mark-${shape}` };
  // In ink, since some of the colours are too light for a line. Shape and letter still say who.
  const open = {
    kind: 'path',
    d: outlines[shape](x, y, r * 0.92),
    fill: 'card',
    stroke: 'ink',
    width: r * 0.16,
  } as const;
  return doubt === 'requested' ? { ...open, dash: [r * 0.42, r * 0.28] } : open;
}

/** Radius of a mark that is quieter than another. */
const smallRadius = 5.6;

/** Room that a sign takes behind a label, the space before it included. */
export const signWidth = (sign: Sign): number => (sign === 'new' ? 12 : sign === 'place' ? 16 : 2 * smallRadius + 5);

/** A sign behind a label, from its left edge. */
export function signNodes(sign: Sign, left: number, y: number, measure: Measure): SceneNode[] {
  if (sign === 'new') return [plus(left + 6, y, 2.7)];
  if (sign === 'place') return [arrows(left + 10, y, 4.6)];
  return [markNode(sign, left + 5 + smallRadius, y, smallRadius, measure)];
}

/** The small cross behind a label that is new. */
export function plus(x: number, y: number, r: number): PathNode {
  return {
    kind: 'path',
    d: [
      ['M', x - r, y],
      ['L', x + r, y],
      ['M', x, y - r],
      ['L', x, y + r],
    ],
    stroke: 'accent',
    width: r * 0.55,
  };
}

/** An arrow to both sides: it may belong elsewhere. */
export function arrows(x: number, y: number, r: number): PathNode {
  const [tip, back] = [r * 0.46, r - r * 0.46];
  return {
    kind: 'path',
    d: [
      ['M', x - r, y],
      ['L', x + r, y],
      ['M', x - back, y - tip],
      ['L', x - r, y],
      ['L', x - back, y + tip],
      ['M', x + back, y - tip],
      ['L', x + r, y],
      ['L', x + back, y + tip],
    ],
    stroke: 'soft',
    width: r * 0.26,
  };
}
