import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverOptions } from '../gate/deliver.ts';
import { readChecksums } from '../gate/page-checksums.ts';
import { caddyfile } from '../lib/delivery/caddy.ts';
import { makeCertificate } from './certificate.ts';
import { freePort, isListening } from './local-server.ts';

/** A real Caddy that serves a built folder with the generated Caddyfile, on this machine alone. */
export interface Caddy {
  readonly http: number;
  readonly https: number;
  /** The certificate it shows, to be trusted by who asks. */
  readonly certificate: string;
  kill(): Promise<void>;
}

/** Starts Caddy for a built folder. Throws with what Caddy says when it does not start. */
export async function startCaddy(program: string, dist: string): Promise<Caddy> {
  const home = mkdtempSync(join(tmpdir(), 'caddy-'));
  const [http, https] = [await freePort(), await freePort()];
  const { certificate, key } = makeCertificate(home);
  const config = join(home, 'Caddyfile');
  const options = serverOptions(await readChecksums(dist));
  writeFileSync(
    config,
    caddyfile({ ...options, host: 'localhost', root: dist, certificate, key, http, https, run: home }),
  );
  const child = spawn(program, ['run', '--config', config, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // It keeps what it knows of certificates in a home; this one goes away with it.
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await isListening(child, https).catch(() => {
    throw new Error(`Caddy does not start:\n${said}`);
  });
  return {
    http,
    https,
    certificate,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
