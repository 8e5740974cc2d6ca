import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtFiles } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';
import { plainEnv } from '../fixtures/plain-env.ts';

function hashes(): Record<string, string> {
  return Object.fromEntries(
    builtFiles().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(project, 'dist', file)))
        .digest('hex'),
    ]),
  );
}

it('two builds in a row are the same to the byte, in another time zone and language too', () => {
  const before = hashes();
  const build = spawnSync(process.execPath, [join(project, 'src/run.mjs'), 'build'], {
    cwd: project,
    encoding: 'utf8',
    env: plainEnv({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' }),
  });
  expect(build.status, build.stderr).toBe(0);
  expect(hashes()).toEqual(before);
});
