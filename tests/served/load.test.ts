import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findNginx, startNginx, type Nginx } from '../../src/testing/nginx.ts';
import { findProgram } from '../../src/testing/system-packages.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { ask } from '../fixtures/ask.ts';
import { project } from '../fixtures/project.ts';

const found = findNginx();
const wrk = findProgram(['wrk'], ['wrk']);
const dist = join(project, 'dist');

interface Load {
  readonly requests: number;
  readonly failed: number;
  readonly p99: string;
}

/** Two hundred visitors at a time, for some seconds, on this machine. */
function load(nginx: Nginx, seconds: number): Promise<Load> {
  const args = ['-t2', '-c200', `-d${String(seconds)}s`, '--timeout', '30s', '--latency', '-H', 'Accept-Encoding: br'];
  return new Promise((resolve) => {
    const child = spawn('path' in wrk ? wrk.path : '', [...args, `https://127.0.0.1:${String(nginx.https)}/nl/`]);
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.on('close', () => {
      const sockets =
        /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? [];
      const statuses = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? '0';
      resolve({
        requests: Number(/(\d+) requests in/.exec(output)?.[1] ?? 0),
        failed: [...sockets, statuses].reduce((sum, count) => sum + Number(count), 0),
        p99: /99%\s+(\S+)/.exec(output)?.[1] ?? 'unknown',
      });
    });
  });
}

describe.skipIf('tried' in found || 'tried' in wrk)('T25 many visitors, and a server that fails', () => {
  const running: Nginx[] = [];
  const start = async (): Promise<Nginx> => {
    const nginx = await startNginx('path' in found ? found.path : '', dist);
    running.push(nginx);
    return nginx;
  };
  afterEach(async () => {
    for (const nginx of running.splice(0)) await nginx.kill();
  });

  it('answers all of two hundred visitors at a time for a minute', async () => {
    const { requests, failed, p99 } = await load(await start(), 60);
    recordFigure(
      'T25 two hundred visitors at a time for 60 s: requests / failed / p99',
      `${String(requests)} / ${String(failed)} / ${p99}`,
    );
    expect(requests).toBeGreaterThan(1000);
    expect(failed).toBe(0);
  });

  it('when one of two copies is killed, the other carries on, and who tries both sees every page', async () => {
    const [one, two] = [await start(), await start()];
    const under = load(two, 10);
    const address = (nginx: Nginx): string => `https://localhost:${String(nginx.https)}/nl/`;
    let answered = 0;
    let turnedAway = 0;
    for (let visit = 0; visit < 60; visit++) {
      if (visit === 20) await running.shift()?.kill();
      // As a browser does that knows two addresses of a name.
      const answer = await ask(address(one), { certificate: one.certificate }).catch(() => {
        turnedAway += 1;
        return ask(address(two), { certificate: two.certificate });
      });
      if (answer.status === 200) answered += 1;
    }
    expect(answered).toBe(60);
    expect(turnedAway).toBe(40);
    expect((await under).failed).toBe(0);
  });
});
