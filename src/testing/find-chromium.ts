import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findProgram, onPath, run } from './system-packages.ts';

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
  const onSystem = onPath(systemNames) ?? wellKnown.find((path) => existsSync(path));
  if (onSystem) return { path: onSystem };

  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath() };
  console.log("No Chromium here yet; trying Playwright's download …");
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium', '--only-shell']);
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath() };
  tried.push('Playwright could not download one');

  const found = findProgram(systemNames, ['chromium']);
  return 'path' in found ? found : { tried: [...tried, ...found.tried] };
}
