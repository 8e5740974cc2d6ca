import { ageFits } from './conditions.ts';
import { marksOf } from './marks.ts';
import type { Need } from './model.ts';
import { wordsOf } from './words.ts';

/** How much the second service of a need counts beside the first, the third beside the second, and so on. */
const fade = 0.2;
/** How much a service counts of which one does not know whether it fits. */
const perhaps = 0.5;

/** Which services a wording leads to: the order of the record, and the age that the wording names. */
export function targetOf(need: Need, text: string): [number, number][] {
  const { age } = marksOf(wordsOf(text));
  const fitting = need.services
    .map(({ id, when }) => ({ id, fit: ageFits(when, age) }))
    .filter(({ fit }) => fit !== false)
    // Who is surely the right age comes before who fits anyone of that place.
    .map(({ id, fit }, place) => ({ id, amount: fade ** place * (fit === undefined ? perhaps : 1) }));
  const sum = fitting.reduce((total, { amount }) => total + amount, 0);
  return fitting.map(({ id, amount }) => [id, amount / sum]);
}
