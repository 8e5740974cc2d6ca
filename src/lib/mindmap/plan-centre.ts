import { breakLines } from './break-lines.ts';
import { sizes, sum, textNode, type Press } from './type.ts';
import type { Face } from './measure.ts';
import type { Paint, SceneNode } from './scene.ts';
import { markNode } from './marks.ts';
import { arch, quarterRound, rect } from './shapes.ts';
import type { Mark, TreeCentre } from './tree.ts';

export interface CentrePlan {
  readonly height: number;
  /** From the top: where the round part ends, so that branches leave from a straight side. */
  readonly shoulder: number;
  /** `isFree` says that nothing runs past its foot, so that something small can stand there. */
  readonly draw: (x: number, y: number, isFree: boolean) => SceneNode[];
}

/**
 * The middle of the map: an arch with the name of the network, or of the group or partner it is about, at
 * `least` so high that branches have room to leave it.
 */
export function planCentre(centre: TreeCentre, width: number, press: Press, least = width * 1.25): CentrePlan {
  const room = width - 24;
  const set = (text: string, face: 'sans' | 'serif', size: number): string[] =>
    breakLines(text, press.locale, room, (part) => press.measure(part, face, size));
  // A long word makes the name smaller, so that it is never cut.
  const widest = Math.max(...centre.title.split(/\s+/).map((word) => press.measure(word, 'serif', 19)));
  const name = Math.max(13, Math.min(19, (19 * (room - 1)) / widest));
  const parts = [
    ...(centre.short === undefined
      ? []
      : [{ lines: set(centre.short, 'serif', 34), face: 'serif', size: 34, lead: 38, gap: 4 } as const]),
    { lines: set(centre.title, 'serif', name), face: 'serif', size: name, lead: name * 1.18, gap: 10 } as const,
  ];
  const small = centre.lines.map(({ text, mark, spoken }) => ({ mark, spoken, lines: set(text, 'sans', 10.6) }));
  const marked = 2 * plate(sizes.mark) + 4;
  const crest = centre.mark ? 2 * plate(large) + 10 : 0;
  const rowHeight = ({ lines, mark }: (typeof small)[number]): number => lines.length * 13.4 + 3 + (mark ? marked : 0);
  const words = sum(parts.map(({ lines, lead, gap }) => lines.length * lead + gap)) + sum(small.map(rowHeight));
  const shoulder = width / 2;
  const top = centre.mark ? shoulder * 0.5 : shoulder * 0.86;
  const height = Math.max(top + crest + words + 22, least);

  const draw = (x: number, y: number, isFree: boolean): SceneNode[] => {
    const nodes: SceneNode[] = [
      ...(isFree
        ? [{ kind: 'path', d: quarterRound(x - beside, y + height - beside, beside), fill: 'deep-straw' } as const]
        : []),
      { kind: 'path', d: arch(x, y, width, height), fill: 'dark' },
    ];
    const middle = x + width / 2;
    // Words stand in the middle of the room that is left below the round part.
    let at = y + top + Math.max(0, (height - top - crest - words - 22) / 2);
    const sign = (mark: Mark, r: number, says?: string): void => {
      const center = at + plate(r);
      nodes.push({
        kind: 'path',
        d: rect(middle - plate(r), center - plate(r), 2 * plate(r), 2 * plate(r), plate(r)),
        fill: 'on-dark',
      });
      nodes.push(markNode(mark, middle, center, r, press.measure, says));
    };
    const put = (lines: readonly string[], face: Face, size: number, lead: number, fill: Paint): void => {
      const node = textNode(lines, face, size, fill, 0, at + size * 0.82, lead, press);
      nodes.push({ ...node, lines: node.lines.map((line) => ({ ...line, x: middle - line.width / 2 })) });
      at += lines.length * lead;
    };
    if (centre.mark) {
      sign(centre.mark, large);
      at += crest;
    }
    for (const { lines, face, size, lead, gap } of parts) {
      put(lines, face, size, lead, 'on-dark');
      at += gap;
    }
    for (const { lines, mark, spoken } of small) {
      put(lines, 'sans', 10.6, 13.4, 'on-dark-soft');
      if (mark) {
        sign(mark, sizes.mark, spoken);
        at += marked;
      }
      at += 3;
    }
    return nodes;
  };
  return { height, shoulder, draw };
}

/** Radius of a large mark; of the light disc behind a mark; side of what stands beside the arch. */
const large = 20;
const plate = (r: number): number => r * 1.42;
const beside = 34;
