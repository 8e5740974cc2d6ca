import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project } from '../fixtures/project.ts';
import { plainEnv } from '../fixtures/plain-env.ts';

/** A clone of what is committed, with nothing beside it, where a newcomer runs the README's command. */
const home = mkdtempSync(join(tmpdir(), 'newcomer-'));
const clone = join(home, 'site');
const port = 4387;

beforeAll(() => {
  const done = spawnSync('git', ['clone', '--quiet', project, clone], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Runs `npm start` until it says something; gives what it printed and the process. */
async function start(until: string): Promise<{ output: string; child: ChildProcess }> {
  // The finder learns the same from the same content; the tests before this one had it learn already.
  const env = plainEnv({ PORT: String(port), FINDER_CACHE: join(project, 'node_modules/.cache/finder') });
  const child = spawn('npm', ['start'], { cwd: clone, env, detached: true });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString();
  });
  await new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => {
      reject(new Error(`npm start ended with ${String(code)}:\n${output}`));
    });
    const look = setInterval(() => {
      if (!output.includes(until)) return;
      clearInterval(look);
      resolve();
    }, 100);
  });
  return { output, child };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.removeAllListeners('exit');
  // As Ctrl-C in a terminal does: to every process of the group.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
}

it('npm start installs, builds and serves; a second start does not install again; Ctrl-C ends it all', async () => {
  const first = await start('Ready: http://localhost:');
  expect(first.output).toContain('Installing');
  expect(first.output).toMatch(/pages in nl +\d+/);
  const page = await fetch(`http://localhost:${String(port)}/nl/`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('<html lang="nl"');
  await stop(first.child);
  await expect(fetch(`http://localhost:${String(port)}/nl/`)).rejects.toThrow();

  const installed = join(clone, 'node_modules/.package-lock.json');
  const before = statSync(installed).mtimeMs;
  // What comes next is a build like the first.
  const second = await start('building');
  expect(second.output).not.toContain('Installing');
  expect(statSync(installed).mtimeMs).toBe(before);
  await stop(second.child);
});

it('npm run check needs nothing but what start installed, and installs nothing itself', () => {
  const check = spawnSync('npm', ['run', '-s', 'check', '--', '--json'], {
    cwd: clone,
    encoding: 'utf8',
    env: plainEnv(),
  });
  expect(check.status, check.stderr).toBe(0);
  expect((JSON.parse(check.stdout) as { ok: boolean }).ok).toBe(true);

  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  const bare = spawnSync('npm', ['run', '-s', 'check'], { cwd: clone, encoding: 'utf8', env: plainEnv() });
  expect(bare.status).toBe(1);
  expect(bare.stderr).toContain('Run "npm start"');
  expect(existsSync(join(clone, 'node_modules'))).toBe(false);
});
