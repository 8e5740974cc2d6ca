import { breakLines } from './break-lines.ts';
import { sizes, textNode, type Press } from './type.ts';
import type { SceneNode } from './scene.ts';
import { markNodes, plus } from './shapes.ts';
import type { Mark } from './tree.ts';

/** What stands around the map on a poster. */
export interface Sheet {
  readonly title: string;
  readonly intro: string;
  /** Large at the end of the title: a year, or the word for today. */
  readonly edition: string;
  readonly date: string;
  readonly legend: readonly { readonly mark: Mark | 'new'; readonly text: string }[];
  /** Small lines at the foot: what is not sure, and the sources. */
  readonly notes: readonly string[];
}

interface SheetPart {
  readonly height: number;
  readonly draw: (x: number, y: number) => SceneNode[];
}

/** The title block. */
export function planHead(sheet: Sheet, width: number, press: Press): SheetPart {
  const yearWidth = press.measure(sheet.edition, 'serif', 46);
  const dateWidth = press.measure(sheet.date, 'sans', 11);
  const room = width - Math.max(yearWidth, dateWidth) - 60;
  const title = breakLines(sheet.title, press.locale, room, (part) => press.measure(part, 'serif', 34));
  const intro = breakLines(sheet.intro, press.locale, Math.min(room, 640), (part) => press.measure(part, 'sans', 12.5));
  const height = Math.max(66, title.length * 39 + intro.length * 16.5 + 4);
  return {
    height,
    draw: (x, y) => [
      textNode(title, 'serif', 34, 'ink', x, y + 28, 39, press),
      textNode(intro, 'sans', 12.5, 'soft', x, y + title.length * 39 + 12, 16.5, press),
      textNode([sheet.edition], 'serif', 46, 'ink', x + width - yearWidth, y + 36, 0, press),
      textNode([sheet.date], 'sans', 11, 'soft', x + width - dateWidth, y + 58, 0, press),
    ],
  };
}

/** The legend, in rows that fill the width, and the small lines below it. */
export function planFoot(sheet: Sheet, width: number, press: Press): SheetPart {
  const size = 10.6;
  const [space, lead, indent] = [24, 20, 2 * sizes.mark + 6];
  const rows: { x: number; row: number; mark: Mark | 'new'; text: string }[] = [];
  let [x, row] = [0, 0];
  for (const { mark, text } of sheet.legend) {
    const itemWidth = indent + press.measure(text, 'sans', size);
    if (x > 0 && x + itemWidth > width) [x, row] = [0, row + 1];
    rows.push({ x, row, mark, text });
    x += itemWidth + space;
  }
  const notes = sheet.notes.map((note) =>
    breakLines(note, press.locale, width, (part) => press.measure(part, 'sans', 9)),
  );
  const lines = notes.flat().length;
  const legendHeight = rows.length === 0 ? 0 : (row + 1) * lead;
  return {
    height: 14 + legendHeight + 4 + lines * 12.2,
    draw: (left, y) => [
      {
        kind: 'path',
        d: [
          ['M', left, y],
          ['L', left + width, y],
        ],
        stroke: 'line',
        width: 1,
      },
      ...rows.flatMap(({ x: at, row: line, mark, text }): SceneNode[] => {
        const middle = y + 14 + line * lead + sizes.mark;
        const sign =
          mark === 'new'
            ? [plus(left + at + sizes.mark, middle, 3)]
            : markNodes(mark, left + at + sizes.mark, middle, sizes.mark, press.measure);
        return [...sign, textNode([text], 'sans', size, 'ink', left + at + indent, middle + size * 0.335, 0, press)];
      }),
      ...notes.map((note, index) => {
        const above = notes.slice(0, index).flat().length;
        const top = y + 14 + legendHeight + 10 + above * 12.2;
        return textNode(note, 'sans', 9, 'soft', left, top, 12.2, press);
      }),
    ],
  };
}
