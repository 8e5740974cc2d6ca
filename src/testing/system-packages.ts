import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of some programs that is on the path of the system. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Whether packages of Debian's kind may be installed here: apt-get is there, and the user is root. */
export const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Runs a program that may take minutes, and shows what it says. */
export function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Installs packages of the system where that is allowed. What comes of it is for the caller to look at. */
export function installPackages(...names: readonly string[]): void {
  console.log(`Installing Debian's ${names.join(', ')} …`);
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...names]);
}

/** A program: on the path, else from Debian's package. Gives its path, or undefined and what was tried. */
export function findProgram(
  names: readonly string[],
  packages: readonly string[],
): { path: string } | { tried: string[] } {
  const here = onPath(names);
  if (here) return { path: here };
  const tried = [`none of ${names.join(', ')} on this system`];
  if (!mayInstall()) return { tried: [...tried, 'not the right to install a package of the system'] };
  installPackages(...packages);
  const installed = onPath(names);
  return installed ? { path: installed } : { tried: [...tried, `apt-get could not install ${packages.join(', ')}`] };
}
