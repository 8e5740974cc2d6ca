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

/**
 * Learns with every weight free: softmax regression by stochastic gradient descent. Examples come in an
 * order that looks random and is always the same, so that the same lesson gives the same weights.
 */
export function learnAll(lesson: Lesson): Weights {
  const { rows: count, classes } = lesson;
  const weights = new Float32Array(count * classes);
  const bias = new Float32Array(classes);
  const error = new Float64Array(classes);
  const moving = new Int32Array(classes);
  inOrder(lesson, 0, ({ rows, values }, target, step) => {
    error.set(bias);
    for (let place = 0; place < rows.length; place++) {
      const base = rows[place]! * classes;
      const value = values[place]!;
      for (let of = 0; of < classes; of++) error[of] = error[of]! + weights[base + of]! * value;
    }
    const moved = toErrors(error, target, bias, step, moving);
    for (let place = 0; place < rows.length; place++) {
      const base = rows[place]! * classes;
      const amount = values[place]! * step;
      for (let each = 0; each < moved; each++) {
        const of = moving[each]!;
        weights[base + of] = weights[base + of]! - amount * error[of]!;
      }
    }
  });
  return {
    classes,
    starts: Int32Array.from({ length: count + 1 }, (_, row) => row * classes),
    columns: Uint16Array.from({ length: count * classes }, (_, entry) => entry % classes),
    weights,
    bias,
  };
}

/**
 * Keeps only `keep` weights: the least are dropped in three steps, and after each the others learn on, so
 * that they take over what was dropped. A weight counts for more on a row with more `importance`; rows of
 * importance 0 go.
 */
export function keepLearning(lesson: Lesson, from: Weights, importance: Float64Array, keep: number): Weights {
  return [5, 3, 2, 1.4, 1].reduce((weights, times) => {
    const fewer = keepLargest(weights, importance, keep * times);
    learnOn({ ...lesson, rounds: 4 }, fewer, 1);
    return fewer;
  }, from);
}

/** Learns on, in place, with the weights that are there. Steps are as small as after `done` rounds. */
function learnOn(lesson: Lesson, { classes, starts, columns, weights, bias }: Weights, done: number): void {
  const error = new Float64Array(classes);
  const moving = new Int32Array(classes);
  inOrder(lesson, done, ({ rows, values }, target, step) => {
    error.set(bias);
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!;
      const value = values[place]!;
      const end = starts[row + 1]!;
      for (let entry = starts[row]!; entry < end; entry++) {
        const of = columns[entry]!;
        error[of] = error[of]! + weights[entry]! * value;
      }
    }
    toErrors(error, target, bias, step, moving);
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!;
      const amount = values[place]! * step;
      const end = starts[row + 1]!;
      for (let entry = starts[row]!; entry < end; entry++)
        weights[entry] = weights[entry]! - amount * error[columns[entry]!]!;
    }
  });
}

/** Goes through the examples, round after round, with ever smaller steps. */
function inOrder(
  { examples, targets, importance, rate, rounds }: Lesson,
  done: number,
  learn: (example: Example, target: Target, step: number) => void,
): void {
  const order = Int32Array.from(examples, (_, index) => index);
  const next = sequence();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next);
    for (const index of order)
      learn(examples[index]!, targets[index]!, ((importance?.[index] ?? 1) * rate) / (1 + decay * (round + done)));
  }
}

/** Turns scores into errors, moves the bias, and lists in `moving` the classes that are off; gives their number. */
function toErrors(error: Float64Array, target: Target, bias: Float32Array, step: number, moving: Int32Array): number {
  softmax(error);
  for (const [of, share] of target) error[of] = error[of]! - share;
  let moved = 0;
  for (let of = 0; of < error.length; of++) {
    const off = error[of]!;
    if (off > -tooSmall && off < tooSmall) error[of] = 0;
    else {
      bias[of] = bias[of]! - 0.1 * step * off;
      moving[moved++] = of;
    }
  }
  return moved;
}

/** The same weights without those that matter least. */
function keepLargest(
  { classes, starts, columns, weights, bias }: Weights,
  importance: Float64Array,
  keep: number,
): Weights {
  const sizes = new Float64Array(weights.length);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
      sizes[entry] = Math.abs(weights[entry]!) * importance[row]!;
  const sorted = sizes.filter((size) => size > 0).sort();
  const least = sorted[Math.max(0, sorted.length - keep)] ?? Number.POSITIVE_INFINITY;
  const kept: number[] = [];
  const from = [0];
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) if (sizes[entry]! >= least) kept.push(entry);
    from.push(kept.length);
  }
  return {
    classes,
    starts: Int32Array.from(from),
    columns: Uint16Array.from(kept, (entry) => columns[entry]!),
    weights: Float32Array.from(kept, (entry) => weights[entry]!),
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
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}
