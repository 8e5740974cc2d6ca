import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { entriesOf } from '../../src/gate/deliver.ts';
import { manifestName, writeManifest } from '../../src/lib/delivery/manifest.ts';
import { plainEnv } from '../fixtures/plain-env.ts';
import { project } from '../fixtures/project.ts';

const parts = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const elsewhere = mkdtempSync(join(tmpdir(), 'another place '));
afterAll(() => {
  rmSync(elsewhere, { recursive: true, force: true });
});

/** Every file of the sources, written in an order that is not that of the original. */
function copyInAnotherOrder(): void {
  const files = parts
    .flatMap((part) => {
      const path = join(project, part);
      const below = readdirSync(dirname(path), { withFileTypes: true }).find(({ name }) => name === part);
      if (!below?.isDirectory()) return [part];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
    })
    .map((path) => ({ path, place: createHash('sha256').update(path).digest('hex') }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const { path } of files) {
    mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
    writeFileSync(join(elsewhere, path), readFileSync(join(project, path)));
  }
  symlinkSync(join(project, 'node_modules'), join(elsewhere, 'node_modules'));
}

const works = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;

it('T16 T19 a build elsewhere is the same to the byte: another path, order of files, clock zone, language, one processor, no network', async () => {
  const before = readFileSync(join(project, 'dist', manifestName), 'utf8');
  expect(writeManifest(await entriesOf(join(project, 'dist')))).toBe(before);

  copyInAnotherOrder();
  const offline = works('unshare', ['-rn', 'true']) ? ['unshare', '-rn'] : [];
  const single = works('taskset', ['-c', '0', 'true']) ? ['taskset', '-c', '0'] : [];
  if (offline.length === 0)
    console.log('Not tested: a build without any network; this system does not let one take it away.');
  if (single.length === 0) console.log('Not tested: a build on one processor; this system has no taskset.');
  const [command, ...args] = [...offline, ...single, process.execPath, join(elsewhere, 'src/run.mjs'), 'build'];
  const build = spawnSync(command ?? '', args, {
    cwd: elsewhere,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: plainEnv({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' }),
  });
  expect(build.status, build.stderr).toBe(0);
  // Line by line, so that a difference says which file.
  expect(readFileSync(join(elsewhere, 'dist', manifestName), 'utf8').split('\n')).toEqual(before.split('\n'));
  expect(readFileSync(join(elsewhere, 'deploy/nginx.conf'), 'utf8')).toBe(
    readFileSync(join(project, 'deploy/nginx.conf'), 'utf8'),
  );
});
