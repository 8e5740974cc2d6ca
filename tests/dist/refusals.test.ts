import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from '../fixtures/project-copy.ts';
import { project } from '../fixtures/project.ts';

let copy: ProjectCopy;

beforeAll(() => {
  copy = copyProject();
});

afterAll(() => {
  copy.remove();
});

const page = 'content/pages/nl/work/check.mdx';

describe('T15 T16 a mistake in the content', () => {
  it('stops npm run check with exit 1, file, line and cure', () => {
    const { status, output } = copy.withFile(
      'content/services/huisarts.yaml',
      (text) => text.replace('partner: landelijk', 'partner: landelik'),
      () => copy.run('check', ['--kort']),
    );
    expect(status).toBe(1);
    expect(output).toContain('content/services/huisarts.yaml');
    expect(output).toContain('regel 1: Er is geen partner "landelik".');
    expect(output).toContain('Bedoel je "landelijk"?');
  });

  it('is told to machines as JSON', () => {
    const { status, output } = copy.withFile(
      page,
      (text) => `${text}\nBel 024 360 00 00.\n`,
      () => copy.run('check', ['--json']),
    );
    const report = JSON.parse(output) as { ok: boolean; errors: { code: string; file: string; line: number }[] };
    expect(status).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.errors).toEqual([expect.objectContaining({ code: 'phone-in-prose', file: page, severity: 'error' })]);
  });

  it('never runs, and never gets as far as Astro', () => {
    const marker = join(copy.folder, 'it-ran');
    const { status, output } = copy.withFile(
      page,
      (text) => `${text}\n\nexport const x = (await import('node:fs')).writeFileSync(${JSON.stringify(marker)}, 'x')\n`,
      () => copy.run('build'),
    );
    expect(status).toBe(1);
    expect(output).toContain('[mdx-import]');
    expect(output).not.toContain('[build]');
    expect(existsSync(marker)).toBe(false);
  });

  it('leaves an earlier build as it was', () => {
    cpSync(join(project, 'dist'), join(copy.folder, 'dist'), { recursive: true });
    const { status } = copy.withFile(
      'content/services/huisarts.yaml',
      () => 'partner: [',
      () => copy.run('build'),
    );
    expect(status).toBe(1);
    expect(existsSync(join(copy.folder, 'dist/index.html'))).toBe(true);
  });
});

describe('T18 a component that would show a withheld number', () => {
  it('stops the build, and what was built is gone', () => {
    const { status, output } = copy.withFile(
      'src/components/NotFound.astro',
      (text) => `${text}\n<p>088-144 70 40</p>\n`,
      () => copy.run('build'),
    );
    expect(status).toBe(1);
    expect(output).toContain('content/contacts/meldpunt-bijzondere-zorg.yaml');
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });
});

describe('SITE_DATE', () => {
  it('is refused when it is no day', () => {
    const { status, output } = copy.run('check', [], { SITE_DATE: 'morgen' });
    expect(status).not.toBe(0);
    expect(output).toContain('Schrijf een dag als 2026-11-22');
  });

  it('years ahead warns and does not block', () => {
    const { status, stdout } = copy.run('check', ['--json'], { SITE_DATE: '2029-01-01' });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { warnings: { code: string }[] }).warnings.map(({ code }) => code)).toContain(
      'overdue',
    );
  });
});

describe('a release', () => {
  it('is refused while nobody has confirmed how to reach a service of the chain', () => {
    const { status, stdout } = copy.run('check', ['--release', '--json']);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { errors: { code: string }[] }).errors.map(({ code }) => code)).toContain(
      'no-confirmed-way',
    );
  });
});
