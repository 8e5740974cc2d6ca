import { spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port');
  return address.port;
}

/** Waits until something listens; rejects when the process ends before. */
export async function isListening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('ended');
    const { status } = spawnSync('bash', ['-c', `exec 3<>/dev/tcp/127.0.0.1/${String(port)}`], { stdio: 'ignore' });
    if (status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
