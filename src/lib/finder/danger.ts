import { read, type Model, type Reading } from './model.ts';

/**
 * Log odds from which danger is put first. Learning already counts danger that is missed three times; these settle the
 * rest, on the exams. This is for what the text says as a whole. Where it seems to be about nothing the site knows it has
 * to be plainer, or a table and a chair raise an alarm.
 */
const fromWhole = { known: -2, unknown: 2 } as const;
/**
 * A text that says less is in doubt while it says more than `whole`; then one `stretch` of it that speaks this plainly
 * is enough: people tell of debts, a landlord and a child, and in four words of a knife. The less the whole says, the
 * plainer the stretch.
 */
const inDoubt = [
  { whole: -5, stretch: 5 },
  { whole: -12, stretch: 9 },
] as const;

/** How many words a stretch has at most, and how many later the next begins. */
const stretch = { words: 8, step: 4 } as const;

/**
 * Whether a text tells that life or safety is in danger. `reading` is what the model makes of the whole text. Which
 * danger it is, the whole tells better than the stretch (on the exams the right number for 12 texts more, of 517).
 */
export function isDanger(model: Model, text: string, reading: Reading): boolean {
  const whole = dangerIn(model, reading);
  if (whole > (reading.known < 0 ? fromWhole.unknown : fromWhole.known)) return true;
  const enough = inDoubt.find((doubt) => whole > doubt.whole)?.stretch;
  return enough !== undefined && stretchesOf(text).some((part) => dangerIn(model, read(model, part)) > enough);
}

/**
 * How much speaks for danger, in log odds: what is read of danger itself, and the share of dangers among the needs
 * that come nearest. Less where the text seems to be about nothing the site knows.
 */
export function dangerIn({ needs: all }: Model, { needs, acute, known }: Reading): number {
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
