import { sequence } from './learn.ts';

/** How often the shared vectors are put in the middle of the points that use them: from nothing, and from where they were. */
const rounds = { first: 8, again: 2 } as const;
/** Vectors of one part: as many as a byte can name. */
const mostVectors = 256;

/** One part of points that are written as sums: its vectors, and for each point which of them. */
export interface SharedPart {
  readonly vectors: Float32Array;
  readonly of: Uint8Array;
}

/**
 * Writes points as sums of a few vectors that they share: one of each part, named by a byte. The first part
 * comes near, each next one mends what was left (residual vector quantisation). `weights` says how much each
 * point matters. `before` is how about the same points were written the last time: it goes on from there.
 */
export function shareVectors(
  points: Float32Array,
  weights: Float64Array,
  size: number,
  parts: number,
  before: readonly SharedPart[] = [],
): SharedPart[] {
  const left = Float32Array.from(points);
  const next = sequence();
  return Array.from({ length: parts }, (_, place) => {
    const part = nearby(left, weights, size, next, before[place]);
    for (let point = 0; point < part.of.length; point++)
      for (let at = part.of[point]! * size, place = point * size; place < (point + 1) * size; place++, at++)
        left[place] = left[place]! - part.vectors[at]!;
    return part;
  });
}

/** One part: vectors in the middle of groups of points (k-means), and the group of each point. */
function nearby(
  points: Float32Array,
  weights: Float64Array,
  size: number,
  next: () => number,
  before?: SharedPart,
): SharedPart {
  const count = weights.length;
  const used = Math.min(mostVectors, count);
  const vectors = before ? Float32Array.from(before.vectors) : new Float32Array(used * size);
  const restart = (vector: number): void => {
    const from = Math.floor(next() * count) * size;
    vectors.set(points.subarray(from, from + size), vector * size);
  };
  if (!before) for (let vector = 0; vector < used; vector++) restart(vector);
  const of = new Uint8Array(count);
  for (let round = 0; round < (before ? rounds.again : rounds.first); round++) {
    const sums = new Float64Array(used * size);
    const totals = new Float64Array(used);
    for (let point = 0; point < count; point++) {
      const vector = nearest(points, point, vectors, used, size);
      const weight = weights[point]!;
      of[point] = vector;
      totals[vector] = totals[vector]! + weight;
      for (let at = vector * size, place = point * size; place < (point + 1) * size; place++, at++)
        sums[at] = sums[at]! + weight * points[place]!;
    }
    for (let vector = 0; vector < used; vector++)
      if (totals[vector] === 0) restart(vector);
      else for (let at = vector * size; at < (vector + 1) * size; at++) vectors[at] = sums[at]! / totals[vector]!;
  }
  for (let point = 0; point < count; point++) of[point] = nearest(points, point, vectors, used, size);
  return { vectors, of };
}

/** Puts the points together again from what was written, into `points`. */
export function putTogether(parts: readonly SharedPart[], size: number, points: Float32Array): void {
  points.fill(0);
  for (const { vectors, of } of parts)
    for (let point = 0; point < of.length; point++)
      for (let at = of[point]! * size, place = point * size; place < (point + 1) * size; place++, at++)
        points[place] = points[place]! + vectors[at]!;
}

function nearest(points: Float32Array, point: number, vectors: Float32Array, used: number, size: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let vector = 0; vector < used; vector++) {
    let distance = 0;
    for (let at = vector * size, place = point * size; place < (point + 1) * size && distance < least; place++, at++) {
      const off = points[place]! - vectors[at]!;
      distance += off * off;
    }
    if (distance < least) {
      least = distance;
      best = vector;
    }
  }
  return best;
}
