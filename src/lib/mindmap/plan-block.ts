import { breakLines } from './break-lines.ts';
import { drawLists, endOf, limbs } from './draw-block.ts';
import { lanesOf } from './lanes.ts';
import type { GroupNode } from './scene.ts';
import type { TreeBranch } from './tree.ts';
import { indent, sizes, sum, textNode, type Press } from './type.ts';

/** A part of a drawing that knows its height before it knows its place. */
export interface Plan {
  readonly height: number;
  /** How far below its top the line is to which a branch leads. */
  readonly joint: number;
  readonly draw: (x: number, y: number, from: 'left' | 'right') => GroupNode;
}

/** A target group with its leaves: the name stands on the branch, stems hang from it, marks on the stems. */
export function planBlock(branch: TreeBranch, width: number, flow: 'down' | 'across', press: Press): Plan {
  if (flow === 'down') return planLanes(branch, width, 1, press);
  const columns = branch.columns.filter(({ leaves }) => leaves.length > 0).length;
  // Two lanes, or three where that is lower and no word has to be cut for it.
  const two = planLanes(branch, width, Math.max(2, columns), press);
  if (columns > 2 || laneRoom(width, 3) < widestWord(branch, press)) return two;
  const three = planLanes(branch, width, 3, press);
  return three.height < two.height ? three : two;
}

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
  const lanes = lanesOf(branch, wanted, (text, size) => set(text, 'sans', size, laneRoom(width, wanted)));
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
