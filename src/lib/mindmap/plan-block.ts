import { breakLines } from './break-lines.ts';
import { drawLists, endOf, limbs } from './draw-block.ts';
import { lanesOf, type LaneSetting } from './lanes.ts';
import { signWidth } from './marks.ts';
import type { GroupNode } from './scene.ts';
import type { TreeBranch, TreeLeaf } from './tree.ts';
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
const laneRoom = (width: number, lanes: number): number => (width - (lanes - 1) * sizes.laneGap) / lanes - indent;

/** Width below which two lanes beside each other would cut a word. */
export function leastWidth(branch: TreeBranch, press: Press): number {
  return 2 * (widestWord(branch, press) + indent) + sizes.laneGap;
}

function widestWord({ columns }: TreeBranch, press: Press): number {
  return Math.max(0, ...columns.flatMap(({ leaves }) => leaves.map(({ label }) => widestIn(label, press))));
}

function widestIn(label: string, { measure }: Press): number {
  return Math.max(...label.split(/[\s/]+/).map((word) => measure(`${word}/`, 'sans', sizes.leaf)));
}

/** Lines of a label with room for its signs behind it; where a word would be cut for that, they stand below. */
function setLabel({ label, signs }: TreeLeaf, room: number, press: Press): ReturnType<LaneSetting['label']> {
  const behind = sum(signs.map(signWidth));
  const areSignsBelow = behind > 0 && widestIn(label, press) > room - behind;
  return {
    lines: breakLines(label, press.locale, areSignsBelow ? room : room - behind, (part) =>
      press.measure(part, 'sans', sizes.leaf),
    ),
    areSignsBelow,
  };
}

function planLanes(branch: TreeBranch, width: number, wanted: number, press: Press): Plan {
  const side = (width - (wanted - 1) * sizes.laneGap) / wanted;
  const set = (text: string, face: 'sans' | 'serif', size: number, room: number): string[] =>
    breakLines(text, press.locale, room, (part) => press.measure(part, face, size));
  const titleLines = set(branch.title, 'serif', sizes.title, width - 12);
  const joint = titleLines.length * sizes.title * 1.16 + 4;
  const room = laneRoom(width, wanted);
  const lanes = lanesOf(branch, wanted, {
    label: (leaf) => setLabel(leaf, room, press),
    title: (text) => set(text, 'sans', sizes.head, room),
  });
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
        { kind: 'group', href: branch.href, children: [{ ...title, heading: 2 }] },
        ...drawLists(placed, press),
      ],
    };
  };
  return { height, joint, draw };
}
