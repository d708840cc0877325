import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One less is usual; but most of the time goes to tests that wait for a program they run.
    maxWorkers: availableParallelism(),
    reporters:
      process.env.RINGFENCE_COUNT === undefined ? ['default'] : ['default', './scripts/count-reporter.js'],
  },
});
