import type { Locale } from '../../domain/locales.ts';
import { leastWidth, planBlock, type Plan } from './plan-block.ts';
import { sum, type Press } from './type.ts';
import { planCentre, type CentrePlan } from './plan-centre.ts';
import { planFoot, planHead, type Sheet } from './plan-sheet.ts';
import { mirrored, type GroupNode, type Scene, type SceneNode } from './scene.ts';
import { rect, taper } from './shapes.ts';
import type { Tree } from './tree.ts';

export interface LayoutOptions extends Press {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** Name of the drawing, for who listens. */
  readonly label: string;
}

/** Width to height of a sheet of paper on its side. */
const paper = Math.SQRT2;

/** A poster on its side: title block above, map between, legend below. It grows until all fits, never the type less. */
export function posterScene(tree: Tree, sheet: Sheet, options: LayoutOptions): Scene {
  // The smallest of many sizes on which all fits; the last one is the answer when even that is too small.
  let [low, high] = [0, 160];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (planPoster(tree, sheet, options, 1190 * 1.02 ** middle).fits) high = middle;
    else low = middle + 1;
  }
  return planPoster(tree, sheet, options, 1190 * 1.02 ** low).draw();
}

/** Widest a small sheet may be in the units of the drawing: on A4 the smallest line then has eight points. */
const sheetWidth = 970;
const small = { margin: 34, centre: 136, run: 36 };

/**
 * The same on small sheets, as few as there can be without making the type too small to read, and the type
 * then as large as can be. All have the title block, the middle and the legend; small lines stand on the last.
 */
export function sheetScenes(
  tree: Tree,
  sheet: Sheet,
  options: LayoutOptions,
  pageName: (page: number, pages: number) => string,
): Scene[] {
  const { branches } = tree;
  const plan = (from: number, to: number, width: number, page = pageName(9, 9)): PosterPlan =>
    planPoster(
      { ...tree, branches: branches.slice(from, to) },
      { ...sheet, date: `${sheet.date} · ${page}`, notes: to < branches.length ? [] : sheet.notes },
      options,
      width,
      small,
    );
  /** Where each sheet begins, and the end of the last. */
  const cutsAt = (width: number): number[] => {
    const cuts = [0];
    for (let from = 0; from < branches.length; from = cuts.at(-1) ?? branches.length) {
      let to = from + 1;
      while (to < branches.length && plan(from, to + 1, width).fits) to += 1;
      cuts.push(to);
    }
    return cuts;
  };
  const side = Math.max(0, ...branches.map((branch) => leastWidth(branch, options)));
  const least = Math.min(sheetWidth, 2 * (side + small.run + small.margin) + small.centre);
  let width = sheetWidth;
  let cuts = cutsAt(width);
  for (let next = width - 15; next >= least; next -= 15) {
    const narrower = cutsAt(next);
    if (narrower.length > cuts.length) break;
    [width, cuts] = [next, narrower];
  }
  const pages = Math.max(1, cuts.length - 1);
  return Array.from({ length: pages }, (_, index) => {
    const scene = plan(cuts[index] ?? 0, cuts[index + 1] ?? 0, width, pageName(index + 1, pages)).draw();
    return index === 0 ? scene : { ...scene, children: scene.children.map(asText) };
  });
}

/** The title of a later sheet is no heading any more: the first has said it. */
function asText(node: SceneNode): SceneNode {
  return node.kind === 'text' && node.heading === 1 ? { ...node, heading: undefined } : node;
}

interface PosterPlan {
  readonly fits: boolean;
  readonly draw: () => Scene;
}

const large = { margin: 36, centre: 164, run: 52 };

function planPoster(
  tree: Tree,
  sheet: Sheet,
  options: LayoutOptions,
  width: number,
  { margin, ...middle } = large,
): PosterPlan {
  const inner = width - 2 * margin;
  const head = planHead(sheet, inner, options);
  const foot = planFoot(sheet, inner, options);
  const map = planMap(tree, inner, options, middle);
  const others = 2 * margin + head.height + foot.height + 36;
  const height = Math.max(width / paper, others + map.least);
  const draw = (): Scene =>
    finish(
      [
        { kind: 'path', d: rect(0, 0, width, height), fill: 'card' },
        ...head.draw(margin, margin),
        ...map.draw(margin, margin + head.height + 18, height - others),
        ...foot.draw(margin, height - margin - foot.height),
      ],
      width,
      height,
      options,
    );
  return { fits: others + map.least <= width / paper, draw };
}

/** A map alone, as wide as a page of text with its margin. */
export function wideScene(tree: Tree, options: LayoutOptions): Scene {
  const margin = 8;
  const width = 960;
  const map = planMap(tree, width - 2 * margin, options, { centre: 140, run: 40 });
  return finish(map.draw(margin, margin, map.least), width, map.least + 2 * margin, options);
}

/** A map for a phone: one column, the trunk along its side. */
export function narrowScene(tree: Tree, options: LayoutOptions): Scene {
  // So narrow that on a phone of 360 pixels the type is as large as that of the page around it, nearly.
  const width = 236;
  const side = 24;
  const trunk = 6;
  const gap = 20;
  const centre = planCentre(tree.centre, 158, options);
  const plans = tree.branches.map((branch) => ({ branch, plan: planBlock(branch, width - side - 4, 'down', options) }));
  const nodes: SceneNode[] = [];
  const items: GroupNode[] = [];
  let y = 4 + centre.height + 18;
  for (const { branch, plan } of plans) {
    const line = y + plan.joint;
    nodes.push({
      kind: 'path',
      d: [
        ['M', 37, 4 + centre.height - 5],
        ['L', trunk + 9, 4 + centre.height - 5],
        ['C', trunk + 3, 4 + centre.height - 5, trunk, 4 + centre.height - 2, trunk, 4 + centre.height + 4],
        ['L', trunk, line - 12],
        ['C', trunk, line - 5, trunk + 5, line, trunk + 12, line],
        ['L', side, line],
      ],
      stroke: `deep-${branch.room}`,
      width: 2.6,
    });
    items.push(plan.draw(side, y, 'left'));
    y += plan.height + gap;
  }
  // The last trunk is drawn first, so that each colour shows from the middle to its own group.
  return finish(
    [...nodes.reverse(), ...centre.draw(36, 4, false), { kind: 'group', role: 'list', children: items }],
    width,
    y - gap + 8,
    options,
  );
}

interface MapPlan {
  /** The height it needs at least. */
  readonly least: number;
  readonly draw: (x: number, y: number, height: number) => SceneNode[];
}

/** Part of the height of a map that its centre takes. */
const share = 0.46;

/** Space between two groups of one side: at least, and at most. */
const between = { least: 20, most: 46 };

/** The map itself: the centre, and the branches on its two sides. */
function planMap(
  tree: Tree,
  width: number,
  press: Press,
  { centre: middle, run }: { centre: number; run: number },
): MapPlan {
  // A single branch has the whole width beside the centre.
  const isSingle = tree.branches.length < 2;
  const side = isSingle ? width - middle - run - 34 : (width - middle - 2 * run) / 2;
  const plans = tree.branches.map((branch) => ({ branch, plan: planBlock(branch, side, 'across', press) }));
  const cut = cutOf(plans.map(({ plan }) => plan.height));
  const sides = isSingle ? [[], plans] : [plans.slice(0, cut), plans.slice(cut)];
  const heightOf = (of: readonly { plan: Plan }[], gap: number): number =>
    sum(of.map(({ plan }) => plan.height)) + Math.max(0, of.length - 1) * gap;
  const least = Math.max(
    planCentre(tree.centre, middle, press).height,
    ...sides.map((of) => heightOf(of, between.least)),
  );

  const draw = (x: number, y: number, height: number): SceneNode[] => {
    const centre = planCentre(tree.centre, middle, press, Math.max(middle * 1.25, height * share));
    const place = { x: isSingle ? x + 34 : x + side + run, y: y + (height - centre.height) / 2 };
    let lowest = 0;
    const trunks: SceneNode[] = [];
    const items: GroupNode[] = [];
    for (const [index, of] of sides.entries()) {
      const gap = of.length < 2 ? 0 : Math.min(between.most, (height - heightOf(of, 0)) / (of.length - 1));
      let top = y + Math.max(0, (height - heightOf(of, gap)) / 2);
      const isLeft = index === 0;
      const left = isLeft ? x : x + width - side;
      for (const [row, { branch, plan }] of of.entries()) {
        const start = startOf(centre, place.y, row, of.length);
        const from = { x: isLeft ? place.x + 6 : place.x + middle - 6, y: start, width: 13 };
        const to = { x: isLeft ? left + side : left, y: top + plan.joint, width: 2.6 };
        if (isLeft) lowest = Math.max(lowest, to.y);
        trunks.push({ kind: 'path', d: taper(from, to), fill: `deep-${branch.room}` });
        items.push(plan.draw(left, top, isLeft ? 'right' : 'left'));
        top += plan.height + gap;
      }
    }
    return [
      ...trunks,
      ...centre.draw(place.x, place.y, lowest < place.y + centre.height - 44),
      { kind: 'group', role: 'list', children: items },
    ];
  };
  return { least, draw };
}

/** Where a branch leaves the centre: evenly along the straight part of its side. */
function startOf({ height, shoulder }: CentrePlan, y: number, row: number, count: number): number {
  const [from, to] = [y + shoulder + 4, y + height - 50];
  return count < 2 ? (from + to) / 2 : from + ((to - from) * row) / (count - 1);
}

/** How many branches stand on the first side, so that both are about as high. */
function cutOf(heights: readonly number[]): number {
  const higher = (cut: number): number => Math.max(sum(heights.slice(0, cut)), sum(heights.slice(cut)));
  return heights.reduce(
    (best, _, index) => (higher(index + 1) < higher(best) ? index + 1 : best),
    Math.ceil(heights.length / 2),
  );
}

function finish(children: readonly SceneNode[], width: number, height: number, options: LayoutOptions): Scene {
  const { locale: lang, label, dir } = options;
  const scene: Scene = { width, height, dir: 'ltr', lang, label, children };
  return dir === 'rtl' ? mirrored(scene) : scene;
}
