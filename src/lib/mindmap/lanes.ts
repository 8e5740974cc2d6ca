import type { TreeBranch, TreeLeaf } from './tree.ts';
import { sizes, sum } from './type.ts';

/** A leaf, its label on lines. */
interface Row {
  readonly leaf: TreeLeaf;
  readonly lines: readonly string[];
  /** Signs that do not fit behind the last line stand below it. */
  readonly areSignsBelow: boolean;
  readonly height: number;
}

/** How labels and titles are set in a lane. */
export interface LaneSetting {
  readonly label: (leaf: TreeLeaf) => Pick<Row, 'lines' | 'areSignsBelow'>;
  readonly title: (text: string) => string[];
}

/** A column of a block: a stem with its leaves. */
export interface Lane {
  /** The column of the tree it belongs to. */
  readonly list: number;
  readonly title: string | undefined;
  readonly titleLines: readonly string[];
  /** Whether the column began in the lane before; its title is then said already. */
  readonly isMore: boolean;
  /** Height from the branch to the first row. */
  readonly head: number;
  readonly rows: readonly Row[];
  readonly height: number;
}

/** The lanes of a block: one for each column, and more for those that are highest, as many as wanted. */
export function lanesOf({ columns }: TreeBranch, wanted: number, set: LaneSetting): Lane[] {
  const filled = columns
    .map(({ title, leaves }, list) => ({
      list,
      title,
      rows: leaves.map((leaf): Row => {
        const { lines, areSignsBelow } = set.label(leaf);
        const height = (lines.length + (areSignsBelow ? 1 : 0)) * sizes.lead + sizes.rowGap;
        return { leaf, lines, areSignsBelow, height };
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
  // Rows of all lanes begin at one height.
  const titles = filled.map(({ title }) => (title === undefined ? [] : set.title(title)));
  const most = Math.max(...titles.map((lines) => lines.length), 0);
  const head = most === 0 ? 8 : 10 + most * sizes.headLead;
  return filled.flatMap(({ list, title, rows }, index) =>
    cutRows(rows, shares[index] ?? 1).map((part, place) => ({
      list,
      title,
      titleLines: titles[index] ?? [],
      isMore: place > 0,
      rows: part,
      head,
      height: head + sum(part.map(({ height }) => height)),
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
