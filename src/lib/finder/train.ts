import { softmax } from './softmax.ts';

/** A text as rows of a weight table, with the value of each. */
export interface Example {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Which classes an example belongs to, and how much: shares that add up to 1. */
export type Target = readonly (readonly [of: number, share: number])[];

/** Weights of a softmax regression. Row `r` has entries `starts[r]` up to `starts[r + 1]`. */
export interface Weights {
  readonly classes: number;
  readonly starts: Int32Array;
  readonly columns: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface Lesson {
  readonly examples: readonly Example[];
  readonly targets: readonly Target[];
  /** How much each example counts. */
  readonly importance?: readonly number[];
  readonly rows: number;
  readonly classes: number;
  readonly rate: number;
  readonly rounds: number;
}

/** Gradients under this are not worth a step: most classes have nothing to do with most texts. */
const tooSmall = 0.002;
/** How fast steps become smaller from round to round. */
const decay = 0.35;

/** Learns with every weight free. */
export function learnAll(lesson: Lesson): Weights {
  const weights = everything(lesson);
  learn(lesson, weights, 0);
  return weights;
}

/**
 * Keeps only `keep` weights: the least are dropped in three steps, and after each the others learn on, so
 * that they take over what was dropped. A weight counts for more on a row with more `importance`; rows of
 * importance 0 go.
 */
export function keepLearning(lesson: Lesson, from: Weights, importance: Float64Array, keep: number): Weights {
  return [4, 2, 1].reduce((weights, times) => {
    const fewer = keepLargest(weights, importance, keep * times);
    learn({ ...lesson, rounds: 2 }, fewer, lesson.rounds / 2);
    return fewer;
  }, from);
}

function everything({ rows, classes }: Lesson): Weights {
  return {
    classes,
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * classes),
    columns: Uint16Array.from({ length: rows * classes }, (_, entry) => entry % classes),
    weights: new Float32Array(rows * classes),
    bias: new Float32Array(classes),
  };
}

/**
 * Softmax regression by stochastic gradient descent, in place. Examples come in an order that looks random
 * and is always the same, so that the same lesson gives the same weights. Steps are as small as after
 * `done` rounds.
 */
function learn(lesson: Lesson, { classes, starts, columns, weights, bias }: Weights, done: number): void {
  const { examples, targets, importance } = lesson;
  const error = new Float64Array(classes);
  const order = Int32Array.from(examples, (_, index) => index);
  const next = sequence();

  for (let round = 0; round < lesson.rounds; round++) {
    const rate = lesson.rate / (1 + decay * (round + done));
    shuffle(order, next);
    for (const index of order) {
      const { rows, values } = examples[index] as Example;
      error.set(bias);
      for (let place = 0; place < rows.length; place++) {
        const row = rows[place] as number;
        const value = values[place] as number;
        const end = starts[row + 1] as number;
        for (let entry = starts[row] as number; entry < end; entry++)
          (error[columns[entry] as number] as number) += (weights[entry] as number) * value;
      }
      softmax(error);
      for (const [of, share] of targets[index] as Target) (error[of] as number) -= share;
      const step = rate * (importance?.[index] ?? 1);
      for (let of = 0; of < classes; of++) {
        const off = error[of] as number;
        if (off > -tooSmall && off < tooSmall) error[of] = 0;
        else (bias[of] as number) -= 0.1 * step * off;
      }
      for (let place = 0; place < rows.length; place++) {
        const row = rows[place] as number;
        const amount = (values[place] as number) * step;
        const end = starts[row + 1] as number;
        for (let entry = starts[row] as number; entry < end; entry++)
          (weights[entry] as number) -= amount * (error[columns[entry] as number] as number);
      }
    }
  }
}

/** The same weights without those that matter least. */
function keepLargest(
  { classes, starts, columns, weights, bias }: Weights,
  importance: Float64Array,
  keep: number,
): Weights {
  const sizes = new Float64Array(weights.length);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry++)
      sizes[entry] = Math.abs(weights[entry] as number) * (importance[row] as number);
  const sorted = sizes.filter((size) => size > 0).sort();
  const least = sorted[Math.max(0, sorted.length - keep)] ?? Number.POSITIVE_INFINITY;
  const kept: number[] = [];
  const from = [0];
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry++)
      if ((sizes[entry] as number) >= least) kept.push(entry);
    from.push(kept.length);
  }
  return {
    classes,
    starts: Int32Array.from(from),
    columns: Uint16Array.from(kept, (entry) => columns[entry] as number),
    weights: Float32Array.from(kept, (entry) => weights[entry] as number),
    bias: Float32Array.from(bias),
  };
}

/** Numbers from 0 to 1 that look random and are always the same (a linear congruential generator). */
function sequence(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * last);
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
