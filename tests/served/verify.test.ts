import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestName, readManifest } from '../../src/lib/delivery/manifest.ts';
import { createSiteServer } from '../../src/server/site-server.ts';
import { findNginx, startNginx, type Nginx } from '../../src/testing/nginx.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { plainEnv } from '../fixtures/plain-env.ts';
import { project } from '../fixtures/project.ts';

const found = findNginx();
const manifest = join(project, 'dist', manifestName);
const entries = readManifest(readFileSync(manifest, 'utf8'));

/** The command as a publisher runs it: its exit code and what it said. */
function verify(address: string, certificate = ''): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const args = [join(project, 'src/run.mjs'), 'verify', address, '--manifest', manifest];
    const child = spawn(process.execPath, args, { cwd: project, env: plainEnv({ NODE_EXTRA_CA_CERTS: certificate }) });
    let output = '';
    const add = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}

describe.skipIf('tried' in found)('T19 a live copy beside the manifest', () => {
  const home = mkdtempSync(join(tmpdir(), 'live-'));
  // The workers of nginx are another user.
  chmodSync(home, 0o755);
  const live = join(home, 'www');
  let nginx: Nginx;
  const address = (): string => `https://localhost:${String(nginx.https)}`;

  beforeAll(async () => {
    cpSync(join(project, 'dist'), live, { recursive: true });
    nginx = await startNginx('path' in found ? found.path : '', live);
  });
  afterAll(async () => {
    await nginx.kill();
    rmSync(home, { recursive: true, force: true });
  });

  it('is the same, file by file, in every encoding', async () => {
    const { status, output } = await verify(address(), nginx.certificate);
    expect(output).toContain(`${String(entries.length)} files compared, 0 different`);
    expect(status).toBe(0);
    expect(entries.filter(({ path }) => path.endsWith('.br')).length).toBeGreaterThan(900);
  });

  it('is not trusted without its certificate', async () => {
    const { status, output } = await verify(address());
    expect(status).toBe(1);
    expect(output).toContain(`${String(entries.length)} different`);
  });

  it('is found out when one byte is another in any file, all of them', async () => {
    for (const [index, { path }] of entries.entries()) {
      const bytes = readFileSync(join(live, path));
      // Another place in every file, the first and the last byte too.
      const place = index % 3 === 0 ? 0 : index % 3 === 1 ? bytes.length - 1 : (index * 7919) % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(join(live, path), bytes);
    }
    const { status, output } = await verify(address(), nginx.certificate);
    const named = new Set(
      output
        .split('\n')
        .filter((line) => line.includes(': '))
        .map((line) => line.split(': ')[0]),
    );
    expect(entries.filter(({ path }) => !named.has(path))).toEqual([]);
    expect(output).toContain(`${String(entries.length)} files compared, ${String(entries.length)} different`);
    expect(status).toBe(1);
    recordFigure(
      'T19 files with one byte changed: found out / tried',
      `${String(named.size)} / ${String(entries.length)}`,
    );
  });

  it('is found out when one file alone is another, or is gone', async () => {
    rmSync(live, { recursive: true });
    cpSync(join(project, 'dist'), live, { recursive: true });
    const page = join(live, 'nl/who/ggd/index.html.br');
    const bytes = readFileSync(page);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(page, bytes);
    rmSync(join(live, 'words/ro.bin'));
    const { output } = await verify(address(), nginx.certificate);
    expect(output).toContain('nl/who/ggd/index.html.br: has other bytes');
    expect(output).toContain('words/ro.bin: answers 404');
    expect(output).toContain(', 2 different');
  });
});

it('T19 a copy without nginx is compared as well', async () => {
  const server = await createSiteServer({ dist: join(project, 'dist'), base: '/' });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { status, output } = await verify(`http://localhost:${String((server.address() as { port: number }).port)}`);
  await new Promise((resolve) => server.close(resolve));
  expect(output).toContain(', 0 different');
  expect(status).toBe(0);
});
