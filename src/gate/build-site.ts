import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent, type CheckReport } from '../lib/check/check-content.ts';
import { siteDate } from '../lib/freshness/site-date.ts';
import { deliver } from './deliver.ts';
import { givenSiteDate } from './given-site-date.ts';
import { printReport } from './print-report.ts';
import { readContentFiles } from './read-files.ts';

/**
 * Checks the content, empties `dist/`, builds, and makes it ready for servers. Gives the report of the
 * check, or undefined when the site was not built. An earlier `dist/` stays while the content has an
 * error; a `dist/` that the last scan refused is removed, so that nobody puts it online.
 */
export async function buildSite(project: string): Promise<CheckReport | undefined> {
  const report = checkContent(await readContentFiles(project), { siteDate: givenSiteDate() });
  if (report.errors.length > 0) {
    process.stderr.write(printReport(report, false));
    return undefined;
  }
  const dist = join(project, 'dist');
  await rm(dist, { recursive: true, force: true });
  if (await runAstro(project, ['build'])) {
    await deliver(project, siteDate(report.loaded.content, givenSiteDate()));
    return report;
  }
  await rm(dist, { recursive: true, force: true });
  return undefined;
}

/** Runs Astro's own command. True when it ended well. */
export function runAstro(project: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project, 'node_modules/astro/bin/astro.mjs'), ...args], {
      cwd: project,
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}
