import { defineConfig } from '@playwright/test';

const port = 4329;

/** Chromium only, its path from CHROMIUM_PATH (npm test finds one); the site as production serves it. */
export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${String(port)}`,
    viewport: { width: 360, height: 740 },
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      // Playwright turns the cache for Back off; the people we build for have it on.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
  },
  webServer: {
    command: `node browser/serve.ts ${String(port)}`,
    port,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
