import { arrows, markName, markNode, markRadius, markSide, plus } from './marks.ts';
import type { Measure } from './measure.ts';
import { bodyOf, escape } from './to-svg.ts';
import type { Mark, Sign } from './tree.ts';

const middle = markSide / 2;
const viewBox = `viewBox="0 0 ${String(markSide)} ${String(markSide)}"`;

/** A quieter mark, in the middle of the same square. */
const small = ' x="4" y="4" width="16" height="16"';

/** One sign beside a text, for the eye only: the text says what it means. A mark is drawn elsewhere on the page. */
export function signSvg(sign: Sign): string {
  const inner =
    sign === 'new'
      ? bodyOf([plus(middle, middle, 5)])
      : sign === 'place'
        ? bodyOf([arrows(middle, middle, 8)])
        : `<use href="#${escape(markName(sign))}"${sign.isSmall ? small : ''}/>`;
  return `<svg class="drawing map-mark" ${viewBox} aria-hidden="true" stroke-linecap="round">${inner}</svg>`;
}

/** Every mark of a page, drawn once; nothing of it shows by itself. Its letter is placed as in Latin, on any page. */
export function markSheet(marks: readonly Mark[], measure: Measure): string {
  const named = new Map(marks.map((mark) => [markName(mark), mark]));
  const symbols = [...named].map(
    ([name, mark]) =>
      `<symbol id="${escape(name)}" direction="ltr" ${viewBox}>${bodyOf([{ ...markNode(mark, middle, middle, markRadius, measure), symbol: undefined }])}</symbol>`,
  );
  return `<svg class="drawing map-signs" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>`;
}
