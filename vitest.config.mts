import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WHOLE_RUN } from './test/support/whole-run';

/** Tests of what is built and of other programs; before a commit they are left to `npm test`. */
const WHAT_WE_HAND_OUT = ['test/clients/**', 'test/package/**', 'test/repository/**'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', ...(WHOLE_RUN ? [] : WHAT_WE_HAND_OUT)],
    // Nothing in the project keeps module-level state, so test files may share a process: half the time.
    isolate: false,
    // Two even where there are just two cores; the default leaves one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
  },
});
