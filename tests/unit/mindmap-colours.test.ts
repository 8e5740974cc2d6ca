import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markShapeNames, markShapes } from '../../src/domain/mindmap.ts';
import { markNode } from '../../src/lib/mindmap/marks.ts';
import { daylight } from '../../src/lib/mindmap/paints.ts';
import type { Paint } from '../../src/lib/mindmap/scene.ts';
import { project } from '../fixtures/project.ts';

type Triple = readonly [number, number, number];

/** What remains of linear light for who misses one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const seen = (colour: Triple, eye: readonly [Triple, Triple, Triple]): Triple => {
  const [r, g, b] = eye.map((row) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])),
  );
  return [r!, g!, b!];
};

function lab([r, g, b]: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000, as Sharma, Wu and Dalal write it down (2005). */
function distance([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180;
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (b: number, a: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const isGrey = c1 * c2 === 0;
  const turn = h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin(((isGrey ? 0 : turn) / 2) * rad);
  const [dl, dc] = [l2 - l1, c2 - c1];
  const [ml, mc] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const sum = h1 + h2;
  const mh = isGrey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const t =
    1 -
    0.17 * Math.cos((mh - 30) * rad) +
    0.24 * Math.cos(2 * mh * rad) +
    0.32 * Math.cos((3 * mh + 6) * rad) -
    0.2 * Math.cos((4 * mh - 63) * rad);
  const sl = 1 + (0.015 * (ml - 50) ** 2) / Math.sqrt(20 + (ml - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * mc, 1 + 0.015 * mc * t];
  const rt = -2 * Math.sqrt(mc ** 7 / (mc ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((mh - 275) / 25) ** 2)) * rad);
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + (rt * dc * dh) / (sc * sh));
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Two colours further apart than this are two colours to anyone who looks from one to the other. */
const apart = 12;
const pairs = markShapeNames.flatMap((a, index) => markShapeNames.slice(index + 1).map((b) => [a, b] as const));

describe('the distance itself', () => {
  it('is that of the published test data', () => {
    expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(distance([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
    expect(distance([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).toBeCloseTo(2.0373, 4);
  });

  it('would see two colours that one eye confuses', () => {
    const [red, green] = ['#b04a3a', '#6f7030'].map((hex) => lab(seen(linear(hex), eyes['deuteranopia']!)));
    expect(distance(red!, green!)).toBeLessThan(apart);
  });
});

describe.each(Object.keys(eyes))('marks for %s eyes', (name) => {
  it.each(pairs)('%s and %s keep apart', (a, b) => {
    const [one, other] = [a, b].map((shape) => lab(seen(linear(markShapes[shape].fill), eyes[name]!)));
    expect(distance(one!, other!)).toBeGreaterThanOrEqual(apart);
  });
});

it.each(markShapeNames)('the letter in a %s can be read', (shape) => {
  const { fill, letter } = markShapes[shape];
  expect(contrast(fill, letter)).toBeGreaterThanOrEqual(4.5);
});

describe('an outline instead of a filled mark', async () => {
  const css = (file: string) => readFile(join(project, 'src/styles', file), 'utf8');
  const [tokens, rules] = [await css('tokens.css'), await css('map.css')];
  const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const tokenOf = (part: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? '';
  /** Colour of a paint on a page: by the rule that follows the mode, else as the drawing says. */
  const onPage = (part: string, kind: 's' | 'f', paint: Paint): string => {
    const name = new RegExp(`\\n\\.${kind}-${paint} \\{\\s*(?:stroke|fill): var\\(--([a-z-]+)\\)`).exec(rules)?.[1];
    return name === undefined ? daylight[paint] : tokenOf(part, name);
  };

  it.each(
    (['inferred', 'requested', 'unknown'] as const).flatMap((doubt) =>
      markShapeNames.map((shape) => ({ doubt, shape })),
    ),
  )('$doubt, $shape: can be seen on paper, in light and in dark, and its letter read', ({ doubt, shape }) => {
    const mark = { shape: doubt === 'unknown' ? undefined : shape, letter: 'G', doubt };
    const [outline, letter] = markNode(mark, 0, 0, 7, () => 1).children;
    if (outline?.kind !== 'path' || letter?.kind !== 'text') throw new Error('No outline with a letter in it');
    const [stroke, fill] = [outline.stroke!, outline.fill!];
    const pairs = [
      [daylight[stroke], daylight[letter.fill], daylight[fill]],
      ...[light, dark].map((part) => [
        onPage(part, 's', stroke),
        onPage(part, 'f', letter.fill),
        onPage(part, 'f', fill),
      ]),
    ];
    for (const [line = '', sign = '', ground = ''] of pairs) {
      expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(sign, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
