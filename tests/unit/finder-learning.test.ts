import { describe, expect, it } from 'vitest';
import { learn, newNet, sequence, type Course, type Lesson, type Net } from '../../src/lib/finder/learn.ts';
import { putTogether, shareVectors, type SharedPart } from '../../src/lib/finder/share-vectors.ts';

const lesson = (rows: number[], service: number): Lesson => ({
  example: { rows: Int32Array.from(rows), values: Float32Array.from(rows, () => 1) },
  need: service,
  services: [[service, 1]],
  isAcute: false,
});
/** Row 0 is in all texts, rows 1 and 2 tell services apart, row 3 is rare. */
const lessons = [
  ...Array.from({ length: 40 }, () => lesson([0, 1], 0)),
  ...Array.from({ length: 40 }, () => lesson([0, 2], 1)),
  lesson([0, 3], 1),
];
const course: Course = { rounds: 1, rate: 0.2, forget: 0 };
const outputs = { services: 2, needs: 2 };
const pointsOf = (net: Net): Float32Array => net.parts[0]!.vectors;

describe('learning', () => {
  it('finds points that tell services apart', () => {
    const net = newNet(4, outputs, 8);
    learn(net, lessons, course);
    const score = (row: number, output: number): number => {
      let sum = 0;
      for (let at = 0; at < 8; at++) sum += pointsOf(net)[row * 8 + at]! * net.directions[output * 8 + at]!;
      return sum;
    };
    expect(score(1, 0)).toBeGreaterThan(score(1, 1));
    expect(score(2, 1)).toBeGreaterThan(score(2, 0));
    expect(score(3, 1)).toBeGreaterThan(score(3, 0));
  });

  it('moves the points it is told to, and leaves those it reads', () => {
    const net = newNet(4, outputs, 8);
    const moves = Float32Array.from(pointsOf(net));
    const before = Float32Array.from(pointsOf(net));
    learn(net, lessons, { ...course, moves });
    expect(pointsOf(net)).toEqual(before);
    expect(moves).not.toEqual(before);
  });

  it('pauses as often as it is told, the last time at the end', () => {
    const seen: number[] = [];
    const net = newNet(4, outputs, 8);
    learn(net, lessons, { ...course, pause: { times: 6, then: () => seen.push(pointsOf(net)[8]!) } });
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen.at(-1)).toBe(pointsOf(net)[8]);
  });
});

describe('points as sums of shared vectors', () => {
  const size = 4;
  const next = sequence();
  const points = Float32Array.from({ length: 2000 * size }, () => next() * 2 - 1);
  const weights = new Float64Array(2000).fill(1);
  const offBy = (parts: readonly SharedPart[]): number => {
    const back = new Float32Array(points.length);
    putTogether(parts, size, back);
    return points.reduce((sum, number, place) => sum + (number - back[place]!) ** 2, 0);
  };

  it('come near, each part nearer', () => {
    const [one, two, three] = [1, 2, 3].map((parts) => offBy(shareVectors(points, weights, size, parts)));
    const all = points.reduce((sum, number) => sum + number ** 2, 0);
    expect(one!).toBeLessThan(all * 0.2);
    expect(two!).toBeLessThan(one! * 0.5);
    expect(three!).toBeLessThan(two! * 0.5);
  });

  it('written again from how they were written, come about as near', () => {
    const first = shareVectors(points, weights, size, 3);
    expect(offBy(shareVectors(points, weights, size, 3, first))).toBeLessThanOrEqual(offBy(first) * 1.05);
  });

  it('are exact where there are few', () => {
    const few = points.subarray(0, 10 * size);
    const back = new Float32Array(few.length);
    putTogether(shareVectors(few, weights.subarray(0, 10), size, 2), size, back);
    for (const [place, number] of few.entries()) expect(back[place]).toBeCloseTo(number, 5);
  });
});
