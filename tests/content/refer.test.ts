import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { circumstanceKeys, circumstanceValues, type CircumstanceKey } from '../../src/domain/circumstances.ts';
import { readLine } from '../../src/lib/referral/read-line.ts';
import { goldenRoutes } from '../fixtures/golden-routes.ts';
import { project } from '../fixtures/project.ts';
import { plainEnv } from '../fixtures/plain-env.ts';

const folder = mkdtempSync(join(tmpdir(), 'refer-'));
const file = join(folder, 'lines.jsonl');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function refer(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(project, 'src/run.mjs'), 'refer', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: plainEnv({}),
  });
}

describe('npm run refer -- --batch', () => {
  it('writes one line for each, in order, and nothing else', () => {
    writeFileSync(file, `${goldenRoutes.map(({ given }) => JSON.stringify(given)).join('\n')}\n`);
    const { status, stdout, stderr } = refer('--batch', file);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const routes = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { first: string[]; then: string[]; also: string[]; emergency: boolean });
    expect(routes.length).toBe(goldenRoutes.length);
    for (const [index, { first, emergency, why }] of goldenRoutes.entries()) {
      expect(Object.keys(routes[index] ?? {}), why).toEqual(['first', 'then', 'also', 'emergency']);
      expect([...(routes[index]?.first ?? [])].sort(), why).toEqual([...first].sort());
      if (emergency !== undefined) expect(routes[index]?.emergency, why).toBe(emergency);
    }
  });

  it('reads Windows line ends, a mark at the start, and empty lines', () => {
    writeFileSync(file, '\uFEFF{"danger":"yes"}\r\n\r\n{"age":"23plus"}\r\n');
    const { status, stdout } = refer('--batch', file);
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { emergency: boolean }).emergency),
    ).toEqual([true, false]);
  });

  it('refuses the whole file when one line is wrong, and tells every line that is', () => {
    writeFileSync(file, '{"age":"23plus"}\n{"agee":"23plus"}\n{"age":"17"}\nnonsense\n[]\n');
    const { status, stdout, stderr } = refer('--batch', file);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => /regel (\d+)/.exec(line)?.[1])).toEqual(['2', '3', '4', '5']);
    expect(lines[0]).toContain(`Wat mag: ${circumstanceKeys.join(', ')}.`);
    expect(lines[1]).toContain('Wat mag: under12, 12-17, 18-22, 23plus, unknown.');
  });

  it('says so when there is no file', () => {
    const missing = refer('--batch', join(folder, 'none.jsonl'));
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('niet te lezen');
    expect(refer('--batch').status).toBe(2);
    expect(refer().status).toBe(2);
  });

  it('tells a whole route for one client', () => {
    const { status, stdout } = refer('{"danger":"unsure"}');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      emergency: true,
      rules: expect.arrayContaining(['danger-now']) as string[],
    });
  });
});

describe('a line', () => {
  const keys: readonly CircumstanceKey[] = circumstanceKeys;
  it.each(keys)('takes every value of %s and refuses another', (key) => {
    for (const value of circumstanceValues[key]) {
      const isMissing = value === 'not-asked' && key !== 'consent';
      expect('given' in readLine(JSON.stringify({ [key]: value })), value).toBe(!isMissing);
    }
    for (const value of ['', 'maybe', null, true, 3, ['yes'], {}])
      expect('wrong' in readLine(JSON.stringify({ [key]: value })), JSON.stringify(value)).toBe(true);
  });

  it('refuses what every object has of itself', () => {
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect('wrong' in readLine(`{"${key}":"yes"}`), key).toBe(true);
  });
});
