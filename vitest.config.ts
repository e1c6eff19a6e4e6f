import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: one worker computes while the model hosts it starts use the other.
    maxWorkers: 2,
    env: { LANCEDB_LOG: 'error' },
  },
});
