import { softmax } from './softmax.ts';

/** A text as rows of the features it has, with the value of each. */
interface Example {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Which services an example leads to, and how much: shares that add up to 1. */
type Target = readonly (readonly [service: number, share: number])[];

/** What an example should come out as. */
export interface Lesson {
  readonly example: Example;
  /** Its need, or -1 when the text is about nothing the site knows. */
  readonly need: number;
  readonly services: Target;
  readonly isAcute: boolean;
}

/** Numbers of what comes out, side by side: services, needs, then danger, and "known". */
export interface Outputs {
  readonly services: number;
  readonly needs: number;
}

/**
 * A small net with one layer between: each row stands for a point in a space of `size` numbers, a text for
 * the sum of its points, and each output for a direction there. What means the same gets the same point,
 * whatever the word or the language. After Joulin and others, "Bag of Tricks for Efficient Text
 * Classification" (2016).
 */
export interface Net {
  readonly size: number;
  readonly outputs: Outputs;
  /** The point of a row is the sum of one vector of each part: one part with a vector a row, or shared vectors. */
  readonly parts: readonly { readonly vectors: Float32Array; readonly of: ArrayLike<number> }[];
  /** A direction of `size` numbers for each output. */
  readonly directions: Float32Array;
  readonly bias: Float32Array;
}

export interface Course {
  readonly rounds: number;
  /** Size of the first step; the last is next to nothing. */
  readonly rate: number;
  /** The part of the features that is left out, by chance, each time a text is read. */
  readonly forget: number;
  /** Whether the directions stay as they are, and only the points learn. */
  readonly keepsDirections?: boolean;
  /**
   * The points that move, where they are others than the net reads: a point a row. For a net that reads
   * points as they will be written down: what writing changes is then learned along ("straight-through").
   */
  readonly moves?: Float32Array;
  /** What is done some times on the way, and at the end. */
  readonly pause?: { readonly times: number; readonly then: () => void };
}

/** How much each question counts beside "which service". */
const counts = { needs: 0.6, acute: 1, known: 1 } as const;
/** Danger that is missed is worse than a false alarm, and there is less of it; so is there of what is outside. */
const weightOf = { acute: 3, outside: 5 } as const;
/** Errors under this are not worth a step: most outputs have nothing to do with most texts. */
const tooSmall = 0.001;
/** Few texts are gone through more often, until there were as many steps as this. */
const leastSteps = 20_000;

export const widthOf = ({ services, needs }: Outputs): number => services + needs + 2;

/**
 * Learns, in place, by stochastic gradient descent. The steps of a vector become smaller the more it has been
 * pulled at, so that a rare word learns as well as a common one (Duchi and others, "Adaptive Subgradient
 * Methods", 2011; one number a vector). Lessons come in an order that looks random and is always the same, so
 * that the same lessons give the same net.
 */
export function learn(net: Net, lessons: readonly Lesson[], course: Course): void {
  const { rounds, rate, forget, keepsDirections = false, moves, pause } = course;
  const { size, directions, bias } = net;
  const vectors = net.parts.map((part) => part.vectors);
  const moving = moves ? [moves] : vectors;
  // How much each vector has been pulled at.
  const pulled = moving.map(({ length }) => new Float32Array(length / size).fill(1));
  // One kind of list: so the loops inside stay quick.
  const places = net.parts.map(({ of }) => Int32Array.from(of));
  const order = Int32Array.from(lessons, (_, index) => index);
  const next = sequence();
  const times = Math.max(rounds, Math.ceil(leastSteps / Math.max(1, lessons.length)));
  const total = times * lessons.length;
  const untilPause = Math.ceil(total / (pause?.times ?? 1));
  const point = new Float32Array(size);
  const pull = new Float32Array(size);
  const errors = new Float64Array(widthOf(net.outputs));
  const longest = lessons.reduce((most, { example }) => Math.max(most, example.rows.length), 0);
  const rows = new Int32Array(longest);
  const values = new Float32Array(longest);
  const stronger = 1 / Math.sqrt(1 - forget);
  let done = 0;
  for (let round = 0; round < times; round++) {
    shuffle(order, next);
    for (const index of order) {
      const step = rate * (1 - done++ / total);
      const lesson = lessons[index]!;
      // Some features are forgotten, and the others a little stronger: so none is relied on alone.
      let read = 0;
      for (let feature = 0; feature < lesson.example.rows.length; feature++)
        if (next() >= forget) {
          rows[read] = lesson.example.rows[feature]!;
          values[read++] = lesson.example.values[feature]! * stronger;
        }
      point.fill(0);
      for (let part = 0; part < vectors.length; part++) addUp(vectors[part]!, places[part]!, rows, values, read, point);
      errorsOf(net, point, lesson, errors);
      pull.fill(0);
      for (let output = 0; output < errors.length; output++) {
        const error = errors[output]!;
        if (error > -tooSmall && error < tooSmall) continue;
        for (let at = output * size, place = 0; place < size; place++, at++)
          pull[place] = pull[place]! + directions[at]! * error;
        if (keepsDirections) continue;
        bias[output] = bias[output]! - 0.1 * step * error;
        for (let at = output * size, place = 0; place < size; place++, at++)
          directions[at] = directions[at]! - step * error * point[place]!;
      }
      let strength = 0;
      for (const one of pull) strength += one * one;
      for (let feature = 0; feature < read; feature++) {
        const value = values[feature]!;
        for (let part = 0; part < moving.length; part++) {
          const moved = moving[part]!;
          const vector = places[part]![rows[feature]!]!;
          const sum = pulled[part]![vector]! + strength * value * value;
          pulled[part]![vector] = sum;
          const amount = (value * step) / Math.sqrt(sum);
          for (let at = vector * size, place = 0; place < size; place++, at++)
            moved[at] = moved[at]! - amount * pull[place]!;
        }
      }
      if (done % untilPause === 0 || done === total) pause?.then();
    }
  }
}

/** A net that knows nothing yet, with a point for each row. */
export function newNet(rows: number, outputs: Outputs, size: number): Net {
  const next = sequence();
  const small = (length: number, most: number) => Float32Array.from({ length }, () => (next() * 2 - 1) * most);
  return {
    size,
    outputs,
    parts: [{ vectors: small(rows * size, 1 / size), of: Int32Array.from({ length: rows }, (_, row) => row) }],
    directions: small(widthOf(outputs) * size, 0.1),
    bias: new Float32Array(widthOf(outputs)),
  };
}

/** Adds the vectors of the first `read` rows, each times its value, to a point. */
function addUp(
  vectors: Float32Array,
  of: Int32Array,
  rows: Int32Array,
  values: Float32Array,
  read: number,
  point: Float32Array,
): void {
  const size = point.length;
  for (let feature = 0; feature < read; feature++) {
    const value = values[feature]!;
    for (let at = of[rows[feature]!]! * size, place = 0; place < size; place++, at++)
      point[place] = point[place]! + vectors[at]! * value;
  }
}

/** How far each output is off, times how much that counts. */
function errorsOf(
  { size, outputs, directions, bias }: Net,
  point: Float32Array,
  lesson: Lesson,
  errors: Float64Array,
): void {
  for (let output = 0; output < errors.length; output++) {
    let sum = bias[output]!;
    for (let at = output * size, place = 0; place < size; place++, at++) sum += directions[at]! * point[place]!;
    errors[output] = sum;
  }
  const acute = outputs.services + outputs.needs;
  const { need, services, isAcute } = lesson;
  if (need < 0) errors.fill(0, 0, acute);
  else {
    softmax(errors.subarray(0, outputs.services));
    for (const [service, share] of services) errors[service] = errors[service]! - share;
    const ofNeeds = errors.subarray(outputs.services, acute);
    softmax(ofNeeds);
    ofNeeds[need] = ofNeeds[need]! - 1;
    for (let place = 0; place < ofNeeds.length; place++) ofNeeds[place] = ofNeeds[place]! * counts.needs;
  }
  errors[acute] = counts.acute * (isAcute ? weightOf.acute : 1) * (chance(errors[acute]!) - Number(isAcute));
  errors[acute + 1] =
    counts.known * (need < 0 ? weightOf.outside : 1) * (chance(errors[acute + 1]!) - Number(need >= 0));
}

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Numbers from 0 up to 1 that look random and are always the same (a linear congruential generator). */
export function sequence(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}
