import { defineConfig } from 'vitest/config';

/** Files that start FFmpeg, Chromium or whole processes: one after the other, so that none starves another. */
const HEAVY = [
  'test/integration/**/*.test.ts',
  'test/e2e/**/*.test.ts',
  'test/cli/process/**/*.test.ts',
  'test/packaging/**/*.test.ts',
];

const shared = {
  environment: 'node' as const,
  pool: 'forks' as const,
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // the end of a check repeats the messages, so they must say what was found
  chaiConfig: { truncateThreshold: 2000 },
  // what a page shows comes when its engine answers, and that may be a busy machine
  expect: { poll: { timeout: 15_000 } },
  setupFiles: ['test/global-setup/fail-on-warnings.ts'],
};

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup/run-traces.ts'],
    dangerouslyIgnoreUnhandledErrors: false,
    passWithNoTests: false,
    allowOnly: false,
    maxWorkers: 2,
    teardownTimeout: 15_000,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: HEAVY,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'heavy',
          include: HEAVY,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
