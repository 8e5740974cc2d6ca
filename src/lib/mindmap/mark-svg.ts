import type { Measure } from './measure.ts';
import { markNodes, plus } from './shapes.ts';
import { toSvg } from './to-svg.ts';
import type { Mark } from './tree.ts';

/** Side of the square in which a mark stands beside a text. */
const side = 24;

/** One mark beside a text, for the eye only: the text says who it is. */
export function markSvg(mark: Mark | 'new', measure: Measure): string {
  const middle = side / 2;
  const children = mark === 'new' ? [plus(middle, middle, 5)] : markNodes(mark, middle, middle, side / 2.6, measure);
  const scene = { width: side, height: side, dir: 'ltr', lang: '', label: '', children } as const;
  return toSvg(scene, { isInline: true, isSign: true });
}
