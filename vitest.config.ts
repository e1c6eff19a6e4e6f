import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**', 'node_modules/**'],
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: one worker computes while the model hosts it starts use the other.
    maxWorkers: 2,
    // Modules have no side effects at import, so files can share them; loading them 130 times takes a minute.
    isolate: false,
    env: { LANCEDB_LOG: 'error' },
  },
});
