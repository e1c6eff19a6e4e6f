import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of what stands in the application's database run on either database; the slower of them on SQLite alone. */
const onEither = [
  'tests/unit/{desk,insights,jobs}/**/*.test.ts',
  'tests/unit/db/page-rows.test.ts',
  'tests/unit/knowledge/{duplicates,knowledge}.test.ts',
  'tests/unit/knowledge/faq/faq.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: 'tests/global-setup.ts',
    // Workers wait half of their time, for pages, model hosts and the disk: three of them keep two cores busy.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/fixtures/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'postgres', include: onEither },
        resolve: {
          alias: [
            {
              find: /^\.\/dialect\.ts$/,
              replacement: fileURLToPath(new URL('tests/postgres/dialect.ts', import.meta.url)),
            },
          ],
        },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Modules have no side effects at import, so files can share them; loading them 130 times takes a minute.
    isolate: false,
    env: { LANCEDB_LOG: 'error' },
  },
});
