import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../fixtures/project.ts';

const css = readFileSync(join(project, 'src/styles/tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

/** Pairs that stand on each other, with the least contrast WCAG 2.2 asks: 4.5 for text, 3 for edges. */
const pairs = [
  ['ink', 'paper', 7],
  ['ink', 'card', 7],
  ['ink', 'accent-soft', 7],
  ['ink', 'warm-soft', 7],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'card', 4.5],
  ['ink-soft', 'accent-soft', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'card', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['accent', 'warm-soft', 4.5],
  ['warm', 'paper', 4.5],
  ['warm', 'card', 4.5],
  ['on-strong', 'accent', 4.5],
  ['on-strong', 'warm', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'accent-soft', 3],
  ['on-dark', 'dark', 7],
  ['on-signal', 'signal', 7],
  ['warm', 'warm-soft', 4.5],
  ['ink', 'sand', 7],
  ...['straw', 'sprout', 'sky', 'clay', 'stone', 'sea', 'moss', 'denim'].flatMap(
    (room) =>
      [
        ['ink', room, 7],
        ['ink', `${room}-deep`, 4.5],
        [`${room}-ink`, `${room}-deep`, 4.5],
      ] as const,
  ),
] as const;

function colour(block: string, name: string): string {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6})`).exec(block)?.[1];
  if (!value) throw new Error(`No colour --${name}`);
  return value.length === 4 ? `#${[...value.slice(1)].map((digit) => digit + digit).join('')}` : value;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('contrast in %s', (_, block) => {
  it.each(pairs)('%s on %s is at least %d', (front, back, least) => {
    expect(contrast(colour(block, front), colour(block, back))).toBeGreaterThanOrEqual(least);
  });
});
