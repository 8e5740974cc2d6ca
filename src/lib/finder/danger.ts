import { read, type Model, type Reading } from './model.ts';

/**
 * Log odds from which danger is put first. Learning already counts danger that is missed three times; these settle the
 * rest, on the exams. `whole`: what the text says as a whole. Where that is more than `doubt`, one `stretch` that
 * speaks this plainly is enough: people tell of debts, a landlord and a child, and in four words of a knife.
 */
const from = { whole: -2, doubt: -6, stretch: 5 } as const;

/** How many words a stretch has at most, and how many later the next begins. */
const stretch = { words: 8, step: 4 } as const;

/**
 * Whether a text tells that life or safety is in danger. `reading` is what the model makes of the whole text. Which
 * danger it is, the whole tells as well as the stretch (on the exams in 14 of 15 such texts either way).
 */
export function isDanger(model: Model, text: string, reading: Reading): boolean {
  const whole = dangerIn(model, reading);
  if (whole > from.whole) return true;
  return whole > from.doubt && stretchesOf(text).some((part) => dangerIn(model, read(model, part)) > from.stretch);
}

/**
 * How much speaks for danger, in log odds: what is read of danger itself, and the share of dangers among the needs
 * that come nearest. Less where the text seems to be about nothing the site knows.
 */
function dangerIn({ needs: all }: Model, { needs, acute, known }: Reading): number {
  const tiny = 0.001;
  const share = needs.reduce((sum, one, index) => (all[index]?.isAcute ? sum + one : sum), 0);
  return acute + Math.log((share + tiny) / (1 - share + tiny)) + Math.min(0, known);
}

/** Stretches of a text that overlap, none across a comma or a full stop. A text that is one stretch has none. */
export function stretchesOf(text: string): string[] {
  const clauses = text
    .split(/[.,;:!?()،؛؟\n]+/u)
    .map((clause) => clause.split(/\s+/u).filter((word) => word !== ''))
    .filter(({ length }) => length > 0);
  const stretches = clauses.flatMap((words) => {
    const count = Math.max(1, Math.ceil((words.length - stretch.words) / stretch.step) + 1);
    return Array.from({ length: count }, (_, place) =>
      words.slice(place * stretch.step, place * stretch.step + stretch.words),
    );
  });
  return stretches.length > 1 ? stretches.filter(({ length }) => length > 1).map((words) => words.join(' ')) : [];
}
