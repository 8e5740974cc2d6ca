import { existsSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNginx, startNginx, type Nginx } from '../../src/testing/nginx.ts';
import { ask } from '../fixtures/ask.ts';
import { project } from '../fixtures/project.ts';

const found = findNginx();
const canary = 'kwartelvleugel';

/** Bytes in a folder of logs and all below it. */
function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Files that a process has open, as the system tells. */
const openFiles = (pid: number): string[] =>
  readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${String(pid)}/fd/${fd}`)];
    } catch {
      return [];
    }
  });

describe.skipIf('tried' in found)('T9 a server that keeps no log', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx('path' in found ? found.path : '', join(project, 'dist'));
  });
  afterAll(() => nginx.kill());

  /** Sends bytes that are no request, and waits for the end of the connection. */
  const sendRaw = (text: string): Promise<unknown> =>
    new Promise((resolve) => {
      const socket = connect(nginx.http, '127.0.0.1', () => socket.end(text));
      socket.on('data', () => undefined);
      socket.on('error', resolve);
      socket.on('close', resolve);
    });

  it('writes nothing about a thousand visits, the wrong ones included', async () => {
    const logs = ['/var/log/nginx', nginx.run];
    const before = logs.map(bytesIn);
    const address = (path: string): string => `https://localhost:${String(nginx.https)}${path}`;
    const { certificate } = nginx;
    for (let visit = 0; visit < 1000; visit += 10) {
      await Promise.all([
        ...['/nl/', '/nl/ask/', '/lists/nl.json', `/${canary}/`, `/nl/${canary}?q=${canary}`].map((path) =>
          ask(address(path), { certificate }),
        ),
        ask(address('/nl/'), { certificate, method: 'POST' }),
        ask(address('/nl/'), { certificate, headers: { Cookie: 'x'.repeat(40_000) } }).catch(() => undefined),
        ask(`http://localhost:${String(nginx.http)}/${canary}`),
        sendRaw(`GET /${canary} HTTP/9.9\r\n\r\n`),
        sendRaw(`${canary}\0\r\n\r\n`),
      ]);
    }
    expect(logs.map(bytesIn)).toEqual(before);
    // The pid file is all it ever wrote.
    expect(readdirSync(nginx.run, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['nginx.pid']); // prettier-ignore
  }, 300_000);

  it('has no file open that it could write a line in', () => {
    for (const pid of nginx.processes()) {
      const files = openFiles(pid).filter((file) => file.startsWith('/') && !file.startsWith('/dev/null'));
      expect(
        files.filter((file) => !file.startsWith(join(project, 'dist'))),
        String(pid),
      ).toEqual([]);
    }
    expect(nginx.processes().length).toBeGreaterThan(1);
  });
});
