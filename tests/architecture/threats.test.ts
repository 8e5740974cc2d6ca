import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../fixtures/project.ts';

/** Every threat of the threat model, by its number. */
const threats = Array.from({ length: 28 }, (_, index) => `T${String(index + 1)}`);

const sources = readdirSync(join(project, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  // This file names threats without proving any.
  .filter((file) => /\.(?:test|spec)\.ts$/.test(file) && file !== 'architecture/threats.test.ts')
  .map((file) => ({ file, text: readFileSync(join(project, 'tests', file), 'utf8') }));

/** Threats that the title of a test or of a group of tests begins with: `T8 padding`, `T16 T19 a build …`. */
function titled(text: string): string[] {
  const titles = [...text.matchAll(/\b(?:describe|it|test)(?:\.\w+)*(?:\([^()]*\))*\(\s*['"`]((?:T\d+ )+)/g)];
  return titles.flatMap((match) => (match[1] ?? '').trim().split(' '));
}

describe('every threat', () => {
  const proven = new Map<string, string[]>();
  for (const { file, text } of sources)
    for (const threat of titled(text)) proven.set(threat, [...(proven.get(threat) ?? []), file]);

  it.each(threats)('%s has a test that is titled with it', (threat) => {
    expect(proven.get(threat) ?? []).not.toEqual([]);
  });

  it('is one of the list', () => {
    expect([...proven.keys()].filter((threat) => !threats.includes(threat))).toEqual([]);
  });

  it('is read from a title as it is written', () => {
    expect(titled("describe.skipIf('x' in y)('T9 a')")).toEqual(['T9']);
    expect(titled("it.each(all)('T3 T24 a %s')")).toEqual(['T3', 'T24']);
    expect(titled("test(`T1 a ${'b'}`)")).toEqual(['T1']);
    expect(titled("it('says T1')\n// it'T2 '")).toEqual([]);
  });
});
