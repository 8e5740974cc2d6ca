import type { Lane } from './lanes.ts';
import type { GroupNode, Paint, SceneNode, Segment } from './scene.ts';
import { markNode, signNodes, signWidth } from './marks.ts';
import { indent, sizes, sum, textNode, type Press } from './type.ts';

/** Where a stem ends: at the middle of its last mark. */
export function endOf({ head, rows }: Lane): number {
  return head + sum(rows.slice(0, -1).map(({ height }) => height)) + sizes.lead / 2;
}

/** The branch under the name, bending into the farthest stem, and the other stems. */
export function limbs(
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
export function drawLists(placed: readonly { lane: Lane; x: number; y: number }[], press: Press): SceneNode[] {
  const lists = [...new Set(placed.map(({ lane }) => lane.list))];
  return lists.flatMap((list) => {
    const lanes = placed.filter(({ lane }) => lane.list === list);
    const title = lanes[0]?.lane.title;
    const heads = lanes
      .filter(({ lane }) => lane.titleLines.length > 0)
      .map(({ lane, x, y }) => {
        const top = y + sizes.head + 5.5;
        const head = textNode(lane.titleLines, 'sans', sizes.head, 'soft', x + indent, top, sizes.headLead, press);
        return lane.isMore ? { ...head, isSign: true as const } : head;
      });
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

function drawRows({ head, rows }: Lane, x: number, y: number, press: Press): GroupNode[] {
  let top = y + head;
  return rows.map((row) => {
    const node = drawLeaf(row, x, top, press);
    top += row.height;
    return node;
  });
}

function drawLeaf(
  { leaf, lines, areSignsBelow }: Lane['rows'][number],
  x: number,
  top: number,
  press: Press,
): GroupNode {
  const baseline = top + sizes.lead / 2 + sizes.leaf * 0.335;
  const left = x + indent;
  const label = textNode(lines, 'sans', sizes.leaf, 'ink', left, baseline, sizes.lead, press);
  const last = label.lines.at(-1);
  const end = { x: last && !areSignsBelow ? last.x + last.width : left - 5, y: (last?.y ?? 0) - sizes.leaf * 0.32 };
  const signs = leaf.signs.flatMap((sign, index) =>
    signNodes(
      sign,
      end.x + sum(leaf.signs.slice(0, index).map(signWidth)),
      end.y + (areSignsBelow ? sizes.lead : 0),
      press.measure,
    ),
  );
  return {
    kind: 'group',
    role: 'listitem',
    data: { leaf: leaf.id, partners: leaf.partners.join(' '), group: leaf.group },
    // Marks stand outside the link: their letters are no part of what one hears.
    children: [
      markNode(leaf.mark, x + sizes.mark, top + sizes.lead / 2, sizes.mark, press.measure, leaf.spokenMark),
      { kind: 'group', href: leaf.href, label: `${leaf.label}, ${leaf.spokenMark}`, children: [label] },
      ...signs,
    ],
  };
}
