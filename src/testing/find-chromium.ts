import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, else one of the system, else Playwright's own
 * download, else Debian's package where the user may install. Gives its path, or undefined and what
 * was tried.
 */
export function findChromium(): { path: string } | { tried: string[] } {
  const tried: string[] = [];
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (existsSync(given)) return { path: given };
    tried.push(`CHROMIUM_PATH is ${given}, and there is no such file`);
  }
  const onSystem = onPath() ?? wellKnown.find((path) => existsSync(path));
  if (onSystem) return { path: onSystem };
  tried.push(`none of ${systemNames.join(', ')} on this system`);

  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath() };
  console.log("No Chromium here yet; trying Playwright's download …");
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium', '--only-shell']);
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath() };
  tried.push('Playwright could not download one');

  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Installing Debian's chromium …");
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const installed = onPath();
    if (installed) return { path: installed };
    tried.push('apt-get could not install chromium');
  } else {
    tried.push('not the right to install a package of the system');
  }
  return { tried };
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  return systemNames.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find((path) => existsSync(path));
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 });
}
