import type { MarkShape } from '../../domain/mindmap.ts';
import type { Segment } from './scene.ts';

/** How far the arms of a curve reach to draw a quarter of a circle. */
const quarter = 0.5523;

/** A rectangle, its corners rounded by a radius. */
export function rect(x: number, y: number, width: number, height: number, radius = 0): Segment[] {
  const [r, k] = [radius, radius * (1 - quarter)];
  const [right, bottom] = [x + width, y + height];
  if (r === 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ];
}

/** The arch of the house: a doorway with a round top. */
export function arch(x: number, y: number, width: number, height: number): Segment[] {
  const r = width / 2;
  const k = r * quarter;
  return [
    ['M', x, y + height],
    ['L', x, y + r],
    ['C', x, y + r - k, x + r - k, y, x + r, y],
    ['C', x + r + k, y, x + width, y + r - k, x + width, y + r],
    ['L', x + width, y + height],
    ['Z'],
  ];
}

/** A circle around a middle. */
export function circle(x: number, y: number, r: number): Segment[] {
  const k = r * quarter;
  return [
    ['M', x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['Z'],
  ];
}

/** Corners at angles in degrees, 0 at the top, on a circle. */
function corners(x: number, y: number, r: number, angles: readonly number[]): Segment[] {
  const points = angles.map((angle) => {
    const turn = (angle * Math.PI) / 180;
    return [x + r * Math.sin(turn), y - r * Math.cos(turn)] as const;
  });
  return [...points.map(([px, py], index): Segment => [index === 0 ? 'M' : 'L', px, py]), ['Z']];
}

/** Outlines of the shapes around a middle; `r` makes them look equally large. None is taller than 1.25 r. */
export const outlines: Readonly<Record<MarkShape, (x: number, y: number, r: number) => Segment[]>> = {
  circle,
  ring: circle,
  square: (x, y, r) => rect(x - r * 0.89, y - r * 0.89, r * 1.78, r * 1.78, r * 0.12),
  diamond: (x, y, r) => corners(x, y, r * 1.22, [0, 90, 180, 270]),
  hexagon: (x, y, r) => corners(x, y, r * 1.1, [30, 90, 150, 210, 270, 330]),
  arch: (x, y, r) => arch(x - r * 0.92, y - r, r * 1.84, r * 1.95),
  pentagon: (x, y, r) => corners(x, y + r * 0.06, r * 1.15, [0, 72, 144, 216, 288]),
  triangle: (x, y, r) => corners(x, y + r * 0.2, r * 1.3, [0, 120, 240]),
  octagon: (x, y, r) => corners(x, y, r * 1.07, [22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5, 337.5]),
};

/** Parts in which a branch is drawn: so many that nobody sees corners. */
const parts = 28;

/** A branch that grows thinner, level at both ends; its width is measured across it, also where it is steep. */
export function taper(
  from: { x: number; y: number; width: number },
  to: { x: number; y: number; width: number },
): Segment[] {
  const middle = (from.x + to.x) / 2;
  const edge = (side: 1 | -1): (readonly [number, number])[] =>
    Array.from({ length: parts + 1 }, (_, index) => {
      const t = index / parts;
      const u = 1 - t;
      const x = u * u * u * from.x + 3 * u * t * middle + t * t * t * to.x;
      const y = u * u * (u + 3 * t) * from.y + t * t * (t + 3 * u) * to.y;
      const dx = 3 * u * u * (middle - from.x) + 3 * t * t * (to.x - middle);
      const dy = 6 * u * t * (to.y - from.y);
      const length = Math.hypot(dx, dy) || 1;
      const half = (side * (from.width * u + to.width * t)) / 2;
      return [x - (dy / length) * half, y + (dx / length) * half] as const;
    });
  const points = [...edge(1), ...edge(-1).reverse()];
  return [...points.map(([x, y], index): Segment => [index === 0 ? 'M' : 'L', x, y]), ['Z']];
}

/** A quarter of a circle, its straight sides below and at the end. */
export function quarterRound(x: number, y: number, side: number): Segment[] {
  const k = side * (1 - quarter);
  return [['M', x, y + side], ['C', x, y + k, x + k, y, x + side, y], ['L', x + side, y + side], ['Z']];
}
