import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChecksums } from '../gate/page-checksums.ts';
import { serverOptions } from '../gate/deliver.ts';
import { nginxConfig } from '../lib/delivery/nginx.ts';
import { makeCertificate } from './certificate.ts';
import { freePort, isListening } from './local-server.ts';
import { findProgram, installPackages, mayInstall } from './system-packages.ts';

/** A real nginx that serves a built folder with the generated configuration, on this machine alone. */
export interface Nginx {
  readonly http: number;
  readonly https: number;
  /** The certificate it shows, to be trusted by who asks. */
  readonly certificate: string;
  /** Numbers of its processes, the first one the master. */
  processes(): number[];
  /** Folder in which it may write. */
  readonly run: string;
  /** Ends it at once, as a machine that fails does. */
  kill(): Promise<void>;
}

/** Where Debian puts the module that sends brotli. */
const brotliModule = '/usr/share/nginx/modules/ngx_http_brotli_static_module.so';

/** Where nginx is, with the module that sends brotli, or what was tried. */
export function findNginx(): { path: string } | { tried: string[] } {
  const packages = ['nginx', 'libnginx-mod-http-brotli-static'];
  if (!existsSync(brotliModule) && mayInstall()) installPackages(...packages);
  if (!existsSync(brotliModule)) return { tried: [`${brotliModule} is not here, and cannot be installed`] };
  return findProgram(['nginx'], packages);
}

/** Starts nginx for a built folder. Throws with what nginx says when it does not start. */
export async function startNginx(program: string, dist: string): Promise<Nginx> {
  const home = mkdtempSync(join(tmpdir(), 'nginx-'));
  // Its workers are another user than who starts it.
  chmodSync(home, 0o755);
  const run = join(home, 'run');
  mkdirSync(run, { mode: 0o777 });
  const [http, https] = [await freePort(), await freePort()];
  const { certificate, key } = makeCertificate(home);

  const config = join(home, 'nginx.conf');
  const options = serverOptions(await readChecksums(dist));
  writeFileSync(config, nginxConfig({ ...options, host: 'localhost', root: dist, certificate, key, http, https, run }));
  const child = spawn(program, ['-e', '/dev/null', '-c', config, '-g', 'daemon off;'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await isListening(child, https).catch(() => {
    const test = spawnSync(program, ['-t', '-e', 'stderr', '-c', config], { encoding: 'utf8' });
    throw new Error(`nginx does not start:\n${test.stderr}`);
  });
  return {
    http,
    https,
    certificate,
    run,
    processes: () => [child.pid ?? 0, ...childrenOf(child.pid ?? 0)],
    async kill() {
      const all = [child.pid ?? 0, ...childrenOf(child.pid ?? 0)];
      for (const pid of all) process.kill(pid, 'SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);
}
