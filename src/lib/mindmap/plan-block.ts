import { breakLines } from './break-lines.ts';
import type { Measure } from './measure.ts';
import type { GroupNode, Paint, SceneNode, Segment, TextNode } from './scene.ts';
import { markNodes, plus } from './shapes.ts';
import type { TreeBranch, TreeLeaf } from './tree.ts';

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
  mark: 7.1,
  markGap: 7,
  rowGap: 5,
  laneGap: 14,
  /** Kept free behind a label for the cross of what is new. */
  tail: 12,
} as const;

/** A part of a drawing that knows its height before it knows its place. */
export interface Plan {
  readonly height: number;
  /** How far below its top the line is to which a branch leads. */
  readonly joint: number;
  readonly draw: (x: number, y: number, from: 'left' | 'right') => GroupNode;
}

interface Row {
  readonly leaf: TreeLeaf;
  readonly lines: readonly string[];
  readonly height: number;
}

interface Lane {
  /** The column of the tree it belongs to. */
  readonly list: number;
  /** Undefined where the column has none; empty where the column began in the lane before. */
  readonly title: string | undefined;
  readonly rows: readonly Row[];
  readonly height: number;
}

/** A target group with its leaves: the name stands on the branch, stems hang from it, marks on the stems. */
export function planBlock(branch: TreeBranch, width: number, flow: 'down' | 'across', press: Press): Plan {
  if (flow === 'down') return planLanes(branch, width, 1, press);
  // Two lanes, or three where that is lower and no word has to be cut for it.
  const two = planLanes(branch, width, 2, press);
  if (laneRoom(width, 3) < widestWord(branch, press)) return two;
  const three = planLanes(branch, width, 3, press);
  return three.height < two.height ? three : two;
}

const indent = 2 * sizes.mark + sizes.markGap;

/** Width of a label when a block has so many lanes beside each other. */
const laneRoom = (width: number, lanes: number): number =>
  (width - (lanes - 1) * sizes.laneGap) / lanes - indent - sizes.tail;

function widestWord({ columns }: TreeBranch, { measure }: Press): number {
  const words = columns.flatMap(({ leaves }) => leaves.flatMap(({ label }) => label.split(/[\s/]+/)));
  return Math.max(0, ...words.map((word) => measure(`${word}/`, 'sans', sizes.leaf)));
}

function planLanes(branch: TreeBranch, width: number, wanted: number, press: Press): Plan {
  const side = (width - (wanted - 1) * sizes.laneGap) / wanted;
  const set = (text: string, face: 'sans' | 'serif', size: number, room: number): string[] =>
    breakLines(text, press.locale, room, (part) => press.measure(part, face, size));
  const titleLines = set(branch.title, 'serif', sizes.title, width - sizes.tail);
  const joint = titleLines.length * sizes.title * 1.16 + 4;
  const lanes = lanesOf(branch, wanted, (label) => set(label, 'sans', sizes.leaf, laneRoom(width, wanted)));
  const heights = lanes.map(({ height }) => height);
  const isDown = wanted === 1;
  const height = joint + (isDown ? sum(heights) : Math.max(0, ...heights));

  const draw = (x: number, y: number, from: 'left' | 'right'): GroupNode => {
    const line = y + joint;
    const placed = lanes.map((lane, index) => ({
      lane,
      x: isDown ? x : x + index * (side + sizes.laneGap),
      y: isDown ? line + sum(heights.slice(0, index)) : line,
    }));
    const stems = placed.map(({ lane, x: left, y: top }) => ({
      x: left + sizes.mark,
      from: top,
      to: top + endOf(lane),
    }));
    const inner = from === 'left' ? x - 1 : x + width + 1;
    const title = textNode(
      titleLines,
      'serif',
      sizes.title,
      'ink',
      x,
      y + sizes.title * 0.86,
      sizes.title * 1.16,
      press,
    );
    return {
      kind: 'group',
      role: 'listitem',
      children: [
        ...limbs(stems, { line, inner, far: from === 'left' ? 'right' : 'left' }, `deep-${branch.room}`),
        { kind: 'group', href: branch.href, children: [title] },
        ...drawLists(placed, press),
      ],
    };
  };
  return { height, joint, draw };
}

const headHeight = sizes.head + 13;
const firstRow = 8;

/** The lanes of a block: one for each column, and more for those that are highest, as many as wanted. */
function lanesOf({ columns }: TreeBranch, wanted: number, set: (label: string) => string[]): Lane[] {
  const filled = columns
    .map(({ title, leaves }, list) => ({
      list,
      title,
      rows: leaves.map((leaf): Row => {
        const lines = set(leaf.label);
        return { leaf, lines, height: lines.length * sizes.lead + sizes.rowGap };
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
  const shares = filled.map(() => 1);
  const heightAt = (index: number): number => heightOf(cutRows(filled[index]?.rows ?? [], shares[index] ?? 1));
  for (let count = filled.length; count < wanted; count += 1) {
    const highest = filled.reduce((best, _, index) => (heightAt(index) > heightAt(best) ? index : best), 0);
    const rows = filled[highest]?.rows.length ?? 0;
    if (rows > (shares[highest] ?? 1)) shares[highest] = (shares[highest] ?? 1) + 1;
  }
  return filled.flatMap(({ list, title, rows }, index) =>
    cutRows(rows, shares[index] ?? 1).map((part, place) => ({
      list,
      title: place > 0 && title !== undefined ? '' : title,
      rows: part,
      height: (title === undefined ? firstRow : headHeight) + sum(part.map(({ height }) => height)),
    })),
  );
}

const heightOf = (parts: readonly (readonly Row[])[]): number =>
  Math.max(0, ...parts.map((rows) => sum(rows.map(({ height }) => height))));

/** Rows in so many parts, in their order, the highest part as low as can be. */
function cutRows(rows: readonly Row[], parts: number): (readonly Row[])[] {
  if (parts < 2 || rows.length < 2) return [rows];
  const cuts = Array.from({ length: rows.length - 1 }, (_, index) => index + 1).map((cut) => [
    rows.slice(0, cut),
    ...cutRows(rows.slice(cut), parts - 1),
  ]);
  return cuts.reduce((best, cut) => (heightOf(cut) < heightOf(best) ? cut : best));
}

/** Where a stem ends: at the middle of its last mark. */
function endOf({ title, rows }: Lane): number {
  return (
    (title === undefined ? firstRow : headHeight) + sum(rows.slice(0, -1).map(({ height }) => height)) + sizes.lead / 2
  );
}

/** The branch under the name, bending into the farthest stem, and the other stems. */
function limbs(
  stems: readonly { x: number; from: number; to: number }[],
  { line, inner, far }: { line: number; inner: number; far: 'left' | 'right' },
  paint: Paint,
): SceneNode[] {
  const first = stems[0];
  if (!first) return [];
  const farthest = far === 'left' ? first : (stems.at(-1) ?? first);
  const turn = 7;
  const back = far === 'left' ? turn : -turn;
  const branch: Segment[] = [
    ['M', inner, line],
    ['L', farthest.x + back, line],
    ['C', farthest.x + back * 0.45, line, farthest.x, line + turn * 0.45, farthest.x, line + turn],
    ['L', farthest.x, farthest.to],
  ];
  return [
    { kind: 'path', d: branch, stroke: paint, width: 2.6 },
    ...stems
      .filter((stem) => stem !== farthest)
      .map((stem): SceneNode => ({
        kind: 'path',
        d: [
          ['M', stem.x, stem.from],
          ['L', stem.x, stem.to],
        ],
        stroke: paint,
        width: 2.6,
      })),
  ];
}

/** The leaves, a list for each column of the tree. */
function drawLists(placed: readonly { lane: Lane; x: number; y: number }[], press: Press): SceneNode[] {
  const lists = [...new Set(placed.map(({ lane }) => lane.list))];
  return lists.flatMap((list) => {
    const lanes = placed.filter(({ lane }) => lane.list === list);
    const title = lanes[0]?.lane.title;
    const heads = lanes
      .filter(({ lane }) => lane.title !== undefined && lane.title !== '')
      .map(({ lane, x, y }) =>
        textNode([lane.title ?? ''], 'sans', sizes.head, 'soft', x + indent, y + sizes.head + 5.5, 0, press),
      );
    return [
      ...heads,
      {
        kind: 'group',
        role: 'list',
        ...(title === undefined ? {} : { label: title }),
        children: lanes.flatMap(({ lane, x, y }) => drawRows(lane, x, y, press)),
      } satisfies GroupNode,
    ];
  });
}

function drawRows({ title, rows }: Lane, x: number, y: number, press: Press): GroupNode[] {
  let top = y + (title === undefined ? firstRow : headHeight);
  return rows.map(({ leaf, lines, height }) => {
    const node = drawLeaf(leaf, lines, x, top, press);
    top += height;
    return node;
  });
}

function drawLeaf(leaf: TreeLeaf, lines: readonly string[], x: number, top: number, press: Press): GroupNode {
  const baseline = top + sizes.lead / 2 + sizes.leaf * 0.335;
  const left = x + indent;
  const label = textNode(lines, 'sans', sizes.leaf, 'ink', left, baseline, sizes.lead, press);
  const last = label.lines.at(-1);
  const sign = leaf.isNew && last ? [plus(last.x + last.width + 6, last.y - sizes.leaf * 0.32, 2.7)] : [];
  return {
    kind: 'group',
    role: 'listitem',
    data: { leaf: leaf.id, partners: leaf.partners.join(' '), group: leaf.group },
    children: [
      {
        kind: 'group',
        href: leaf.href,
        label: leaf.spoken,
        children: [
          ...markNodes(leaf.mark, x + sizes.mark, top + sizes.lead / 2, sizes.mark, press.measure),
          label,
          ...sign,
        ],
      },
    ],
  };
}

/** Lines of type from a left edge. */
export function textNode(
  lines: readonly string[],
  face: 'sans' | 'serif',
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
      advance: press.measure(text, face, size),
    })),
  };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
