import { defineConfig } from 'vitest/config';

/** `quick` needs nothing but the sources; `dist` reads the built site; `served` asks a real server for it; `devices` opens it in unchanged browsers; `clone` starts a fresh copy. */
export default defineConfig({
  test: {
    root: '.',
    testTimeout: 120_000,
    projects: [
      {
        // Generous: a slow machine is no fault, and the finder may have to learn first.
        test: {
          name: 'quick',
          include: ['tests/{unit,content,architecture}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 1_200_000,
        },
      },
      {
        test: {
          name: 'dist',
          include: ['tests/dist/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
          fileParallelism: false,
        },
      },
      {
        // The built site behind a real server.
        test: {
          name: 'served',
          include: ['tests/served/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        // One browser at a time.
        test: {
          name: 'devices',
          include: ['tests/devices/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'clone',
          include: ['tests/repository/**/*.test.ts'],
          testTimeout: 2_400_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
