import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '../fixtures/project.ts';

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'site-'));
  for (const name of [
    'src',
    'content',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(command: string, ...args: string[]) {
  const done = spawnSync(process.execPath, [join(copy, 'src/run.mjs'), command, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status: done.status, output: done.stdout + done.stderr };
}

/** Runs with one file changed, and puts the file back. */
function withFile<T>(path: string, change: (text: string) => string, then: () => T): T {
  const file = join(copy, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  writeFileSync(file, change(before ?? ''));
  try {
    return then();
  } finally {
    if (before === undefined) rmSync(file);
    else writeFileSync(file, before);
  }
}

const page = 'content/pages/nl/work/check.mdx';

describe('a mistake in the content', () => {
  it('stops npm run check with exit 1, file, line and cure', () => {
    const { status, output } = withFile(
      'content/services/huisarts.yaml',
      (text) => text.replace('partner: landelijk', 'partner: landelik'),
      () => run('check', '--kort'),
    );
    expect(status).toBe(1);
    expect(output).toContain('content/services/huisarts.yaml');
    expect(output).toContain('regel 1: Er is geen partner "landelik".');
    expect(output).toContain('Bedoel je "landelijk"?');
  });

  it('is told to machines as JSON', () => {
    const { status, output } = withFile(
      page,
      (text) => `${text}\nBel 024 360 00 00.\n`,
      () => run('check', '--json'),
    );
    const report = JSON.parse(output) as { ok: boolean; errors: { code: string; file: string; line: number }[] };
    expect(status).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.errors).toEqual([expect.objectContaining({ code: 'phone-in-prose', file: page, severity: 'error' })]);
  });

  it('never runs, and never gets as far as Astro', () => {
    const marker = join(copy, 'it-ran');
    const { status, output } = withFile(
      page,
      (text) => `${text}\n\nexport const x = (await import('node:fs')).writeFileSync(${JSON.stringify(marker)}, 'x')\n`,
      () => run('build'),
    );
    expect(status).toBe(1);
    expect(output).toContain('[mdx-import]');
    expect(output).not.toContain('[build]');
    expect(existsSync(marker)).toBe(false);
  });

  it('leaves an earlier build as it was', () => {
    cpSync(join(project, 'dist'), join(copy, 'dist'), { recursive: true });
    const { status } = withFile(
      'content/services/huisarts.yaml',
      () => 'partner: [',
      () => run('build'),
    );
    expect(status).toBe(1);
    expect(existsSync(join(copy, 'dist/index.html'))).toBe(true);
  });
});

describe('a component that would show a withheld number', () => {
  it('stops the build, and what was built is gone', () => {
    const { status, output } = withFile(
      'src/components/NotFound.astro',
      (text) => `${text}\n<p>088-144 70 40</p>\n`,
      () => run('build'),
    );
    expect(status).toBe(1);
    expect(output).toContain('content/contacts/meldpunt-bijzondere-zorg.yaml');
    expect(existsSync(join(copy, 'dist'))).toBe(false);
  });
});

describe('SITE_DATE', () => {
  it('is refused when it is no day', () => {
    const done = spawnSync(process.execPath, [join(copy, 'src/run.mjs'), 'check'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, SITE_DATE: 'morgen' },
    });
    expect(done.status).not.toBe(0);
    expect(done.stderr).toContain('Schrijf een dag als 2026-11-22');
  });

  it('years ahead warns and does not block', () => {
    const done = spawnSync(process.execPath, [join(copy, 'src/run.mjs'), 'check', '--json'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, SITE_DATE: '2029-01-01' },
    });
    expect(done.status).toBe(0);
    expect((JSON.parse(done.stdout) as { warnings: { code: string }[] }).warnings.map(({ code }) => code)).toContain(
      'overdue',
    );
  });
});
