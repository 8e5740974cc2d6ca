import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults } from '../../src/testing/faults-list.ts';
import { project } from '../fixtures/project.ts';

/** The list of faults of the threat model (3.5), in its order: what a site of help has to survive. */
const wanted = [
  'js-off',
  'safest',
  'script-404',
  'script-truncated',
  'script-syntax',
  'script-mime',
  'css-404',
  'font-404',
  'image-404',
  'wasm-blocked',
  'wasm-undefined',
  'worker-blocked',
  'trusted-types',
  'index-404',
  'index-truncated',
  'index-garbage',
  'index-hanging',
  'index-older',
  'fragment-404',
  'fragment-truncated',
  'meta-404',
  'entry-404',
  'wasm-404',
  'storage-throws',
  'segmenter-missing',
  'offline-before',
  'offline-mid-load',
  'offline-after',
  'slow-2g',
  'time-outs',
  'http-1.0',
  'no-headers',
  'clock-wrong',
  '320-px',
  'print',
  'old-browser',
  'exit-double-click',
  'exit-during-navigation',
  'exit-during-search',
  'two-tabs',
  'restored',
];

describe('T22 the list of faults', () => {
  it('has every fault of the threat model', () => {
    const covered = new Set(faults.map(({ of }) => of));
    expect(wanted.filter((name) => !covered.has(name))).toEqual([]);
  });

  it('names only tests that are there', () => {
    const missing = faults.flatMap(({ elsewhere }) => {
      if (!elsewhere) return [];
      const source = readFileSync(join(project, 'tests/browser', elsewhere.file), 'utf8');
      return source.includes(elsewhere.title) ? [] : [elsewhere.title];
    });
    expect(missing).toEqual([]);
  });

  it('has each fault once in each file', () => {
    const keys = faults.map(({ name, elsewhere }) => `${elsewhere?.file ?? ''} ${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
