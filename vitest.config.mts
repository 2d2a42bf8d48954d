import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    // Nothing in the project keeps module-level state, so test files may share a process: half the time.
    isolate: false,
    testTimeout: 20_000,
  },
});
