import type { MarkShape } from '../../domain/mindmap.ts';
import type { Face } from './measure.ts';
import type { Room } from './tree.ts';

/** A colour by what it is for; who prints the drawing knows the value. */
export type Paint =
  | 'paper'
  | 'card'
  | 'ink'
  | 'soft'
  | 'line'
  | 'dark'
  | 'on-dark'
  | 'on-dark-soft'
  | 'accent'
  | `floor-${Room}`
  | `deep-${Room}`
  | `mark-${MarkShape}`
  | `letter-${MarkShape}`;

export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface PathNode {
  readonly kind: 'path';
  readonly d: readonly Segment[];
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: readonly [number, number];
}

/**
 * A text on one or more lines. `x` is the left edge of a line, `y` its baseline, `width` that of what one
 * sees. A line keeps the space at its end, so that joined lines are the text; `advance` counts that space.
 */
export interface TextNode {
  readonly kind: 'text';
  readonly lines: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly advance: number;
  }[];
  readonly face: Face;
  readonly size: number;
  readonly fill: Paint;
  /** Only where the text is for the eye: a letter in a mark, a title that is said already. */
  readonly isSign?: true;
  /** Of the whole drawing, or of a part of it. */
  readonly heading?: 1 | 2 | undefined;
  /** Where it is not that of the drawing. */
  readonly lang?: string;
}

/** Nodes that belong together, for who listens and for who filters. */
export interface GroupNode {
  readonly kind: 'group';
  readonly role?: 'list' | 'listitem';
  readonly label?: string;
  readonly href?: string | undefined;
  /** What a sign says to who listens, on paper; on a page the label of its link says it. */
  readonly says?: string;
  /** A mark that a page draws once: by which name, around which middle, how large. */
  readonly symbol?:
    { readonly name: string; readonly x: number; readonly y: number; readonly side: number } | undefined;
  readonly data?: Readonly<Record<string, string>>;
  readonly children: readonly SceneNode[];
}

export type SceneNode = PathNode | TextNode | GroupNode;

/** A whole drawing, ready to be printed as SVG, as outlines or as PDF. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly dir: 'ltr' | 'rtl';
  readonly lang: string;
  readonly label: string;
  /** What it shows, in a sentence or two, for who meets it alone. */
  readonly description?: string;
  readonly children: readonly SceneNode[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far letters reach above and below their baseline, in parts of their size. */
const reach = { above: 0.76, below: 0.22 };

/** The boxes of every line of every text, and of what may touch nothing else. */
export function textBoxes(nodes: readonly SceneNode[]): (Box & { text: string; isSign: boolean })[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textBoxes(node.children);
    if (node.kind === 'path') return [];
    return node.lines.map(({ text, x, y, width }) => ({
      text,
      isSign: node.isSign === true,
      x,
      y: y - reach.above * node.size,
      width,
      height: (reach.above + reach.below) * node.size,
    }));
  });
}

/** The drawing as its mirror image, for languages that run from right to left. Texts keep their own direction. */
export function mirrored(scene: Scene): Scene {
  const flip = (x: number): number => scene.width - x;
  const turn = (node: SceneNode): SceneNode => {
    if (node.kind === 'group') {
      const { symbol } = node;
      const moved = symbol === undefined ? {} : { symbol: { ...symbol, x: flip(symbol.x) } };
      return { ...node, ...moved, children: node.children.map(turn) };
    }
    if (node.kind === 'text')
      return { ...node, lines: node.lines.map((line) => ({ ...line, x: flip(line.x) - line.width })) };
    return {
      ...node,
      d: node.d.map((segment): Segment => {
        if (segment[0] === 'Z') return segment;
        if (segment[0] === 'C')
          return ['C', flip(segment[1]), segment[2], flip(segment[3]), segment[4], flip(segment[5]), segment[6]];
        return [segment[0], flip(segment[1]), segment[2]];
      }),
    };
  };
  return { ...scene, dir: 'rtl', children: scene.children.map(turn) };
}
