import { defineConfig } from 'vitest/config';

/** `quick` needs nothing but the sources; `dist` reads the built site; `clone` starts a fresh copy. */
export default defineConfig({
  test: {
    root: '.',
    testTimeout: 120_000,
    projects: [
      { test: { name: 'quick', include: ['tests/{unit,content,architecture}/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'dist', include: ['tests/dist/**/*.test.ts'], testTimeout: 180_000, fileParallelism: false } },
      {
        test: { name: 'clone', include: ['tests/repository/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
      },
    ],
  },
});
