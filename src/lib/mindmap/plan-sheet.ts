import { breakLines } from './break-lines.ts';
import { sizes, textNode, type Press } from './type.ts';
import type { SceneNode } from './scene.ts';
import { markNode, signNodes } from './marks.ts';
import type { Sign } from './tree.ts';

/** What stands around the map on a poster. */
export interface Sheet {
  readonly title: string;
  readonly intro: string;
  /** Large at the end of the title: a year, or the word for today. */
  readonly edition: string;
  readonly date: string;
  readonly legend: readonly { readonly sign: Sign; readonly text: string }[];
  /** Small lines at the foot: what is not sure, and the sources. */
  readonly notes: readonly { readonly text: string; readonly lang?: string }[];
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
      { ...textNode(title, 'serif', 34, 'ink', x, y + 28, 39, press), heading: 1 },
      textNode(intro, 'sans', 12.5, 'soft', x, y + title.length * 39 + 12, 16.5, press),
      textNode([sheet.edition], 'serif', 46, 'ink', x + width - yearWidth, y + 36, 0, press),
      textNode([sheet.date], 'sans', 11, 'soft', x + width - dateWidth, y + 58, 0, press),
    ],
  };
}

/** Size of the small lines at the foot, and from one to the next. */
const note = { size: 9.6, lead: 13 } as const;

/** The legend, in rows that fill the width, and the small lines below it. */
export function planFoot(sheet: Sheet, width: number, press: Press): SheetPart {
  const size = 11;
  const lead = 21;
  const rows = legendRows(sheet, width, size, press);
  const notes = sheet.notes.map(({ text, lang }) => ({
    lang,
    lines: breakLines(text, press.locale, width, (part) => press.measure(part, 'sans', note.size)),
  }));
  const count = notes.reduce((total, { lines }) => total + lines.length, 0);
  const legendHeight = rows.length * lead;
  return {
    height: 14 + legendHeight + (count === 0 ? 0 : 4 + count * note.lead),
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
      ...rows.flatMap((row, line) =>
        row.flatMap(({ x, sign, text }): SceneNode[] => {
          const middle = y + 14 + line * lead + sizes.mark;
          const drawn =
            typeof sign === 'string'
              ? signNodes(sign, left + x + (sign === 'place' ? -3 : 1), middle, press.measure)
              : [markNode(sign, left + x + sizes.mark, middle, sign.isSmall ? 5.6 : sizes.mark, press.measure)];
          return [
            ...drawn,
            textNode([text], 'sans', size, 'ink', left + x + legendIndent, middle + size * 0.335, 0, press),
          ];
        }),
      ),
      ...notes.map(({ lang, lines }, index) => {
        const above = notes.slice(0, index).flatMap((one) => one.lines).length;
        const top = y + 14 + legendHeight + 11 + above * note.lead;
        const node = textNode(lines, 'sans', note.size, 'soft', left, top, note.lead, press);
        return lang === undefined ? node : { ...node, lang };
      }),
    ],
  };
}

const legendIndent = 2 * sizes.mark + 6;
const legendSpace = 24;

type LegendItem = Sheet['legend'][number] & { readonly x: number };

/** As few rows as fit, and no row with one word alone: the narrowest rows of which there are no more. */
function legendRows({ legend }: Sheet, width: number, size: number, press: Press): LegendItem[][] {
  const items = legend.map((item) => ({ ...item, width: legendIndent + press.measure(item.text, 'sans', size) }));
  const setIn = (room: number): LegendItem[][] => {
    const rows: LegendItem[][] = [];
    let x = 0;
    for (const { width: own, ...item } of items) {
      const row = rows.at(-1);
      if (row === undefined || x + own > room) {
        rows.push([{ ...item, x: 0 }]);
        x = own + legendSpace;
      } else {
        row.push({ ...item, x });
        x += own + legendSpace;
      }
    }
    return rows;
  };
  const fewest = setIn(width).length;
  let room = width;
  while (fewest > 1 && room > width / 2 && setIn(room - 10).length === fewest) room -= 10;
  return setIn(room);
}
