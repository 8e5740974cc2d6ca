import { join } from 'node:path';
import { findChromium } from '../testing/find-chromium.ts';
import { runSteps, type Counts, type Step } from '../testing/run-steps.ts';

/**
 * `npm test`: types, lint, unit, content, build and browser tests; ends with "N passed, N failed".
 * `npm run test:full` does the same with every page in every mode.
 */
const isFull = process.argv.includes('--full') || process.env['TEST_FULL'] === '1';
const reports = join(process.cwd(), 'test-results/reports');
const bin = (path: string): string => `node_modules/${path}`;

const vitest = (project: string, name: string): Step => {
  const file = join(reports, `${project}.json`);
  return {
    name,
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    report: { file, read: readVitest },
  };
};

const chromium = findChromium();
if ('tried' in chromium) {
  console.error(
    `No browser for the browser tests:\n${chromium.tried.map((line) => `  - ${line}`).join('\n')}\nInstall Chromium, or set CHROMIUM_PATH.`,
  );
}

const steps: Step[] = [
  { name: 'types', args: [bin('@astrojs/check/bin/astro-check.js'), '--minimumFailingSeverity', 'hint'] },
  { name: 'eslint', args: [bin('eslint/bin/eslint.js'), '--config', 'tests/eslint.config.mjs', '.'] },
  {
    name: 'stylelint',
    args: [bin('stylelint/bin/stylelint.mjs'), '--config', 'tests/stylelint.config.mjs', 'src/**/*.css'],
  },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--config', 'tests/knip.json', '--no-config-hints'] },
  vitest('quick', 'unit, content and architecture'),
  { name: 'build', args: ['src/run.mjs', 'build'], isNeeded: true },
  vitest('dist', 'the built site'),
  vitest('served', 'the site behind a real server'),
  vitest('devices', 'leaving and traces on devices'),
  {
    name: 'browser',
    args: [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/playwright.config.ts', '--reporter=dot,json'],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
      ...('path' in chromium ? { CHROMIUM_PATH: chromium.path } : {}),
      ...(isFull ? { TEST_FULL: '1' } : {}),
    },
    report: { file: join(reports, 'browser.json'), read: readPlaywright },
  },
  vitest('clone', 'the README’s commands in a fresh clone'),
];

const { passed, failed, skipped } = await runSteps(steps);
console.log(`\n${String(passed)} passed, ${String(failed)} failed${skipped ? `, ${String(skipped)} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function readVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: (numFailedTests ?? 0) === 0 && (numFailedTestSuites ?? 0) > 0 ? 1 : (numFailedTests ?? 0),
    skipped: numPendingTests ?? 0,
  };
}

function readPlaywright(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped: left } = (report as { stats: Record<string, number> }).stats;
  return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0), skipped: left ?? 0 };
}
