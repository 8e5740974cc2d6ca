import { describe, expect, it } from 'vitest';
import { servedMeasure } from '../../src/gate/map-fonts.ts';
import { narrowScene, posterScene, type LayoutOptions } from '../../src/lib/mindmap/layout.ts';
import { toSvg } from '../../src/lib/mindmap/to-svg.ts';
import { arabicTree } from '../fixtures/arabic-tree.ts';
import { measure } from '../fixtures/map-fonts.ts';
import { project } from '../fixtures/project.ts';
import { randomTree } from '../fixtures/random-tree.ts';

const latin: LayoutOptions = { locale: 'nl', dir: 'ltr', label: 'Map', measure };
const arabic: LayoutOptions = { locale: 'ar', dir: 'rtl', label: 'Map', measure: await servedMeasure(project, 'ar') };
const sheet = {
  title: 'Wie doet wat in de keten',
  intro: 'Alles bij elkaar.',
  edition: '2020',
  date: 'Zoals bekend eind 2020',
  legend: [{ sign: { shape: 'circle', letter: 'G', doubt: 'sure' }, text: 'GGD' }],
  notes: [{ text: 'Bron: een boek.' }],
} as const;

/**
 * Drawings to look at: open tests/fixtures/mindmap/*.svg in a browser. A change that is meant renews them,
 * after looking: `vitest -u` on this file.
 */
describe('a drawing stays as it was looked at', () => {
  it.each([
    ['poster', () => posterScene(randomTree(7), sheet, latin)],
    ['arabic-poster', () => posterScene(arabicTree(), sheet, arabic)],
    ['arabic-narrow', () => narrowScene(arabicTree(), arabic)],
  ])('%s', async (name, scene) => {
    await expect(`${toSvg(scene())}\n`).toMatchFileSnapshot(`../fixtures/mindmap/${name}.svg`);
  });
});
