import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests, told apart by name:
 *
 *   pure, at once:          npx vitest run --project unit [path…]     *.test.ts
 *   pure, for seconds:      npx vitest run --project slow [path…]     *.slow.test.ts
 *   on a real PostgreSQL:   npx vitest run --project pg [path…]       *.pg.test.ts
 *
 * `path` is any part of a file name, for example `server/inventory`. The pg project starts one throw-away cluster for
 * the run, or takes `TEST_DATABASE_URL` (an account that may create databases).
 */
const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const everywhere = ['server', 'db', 'scripts', 'components', 'app', 'bench', 'docs', 'e2e'];
const pure = everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const slow = everywhere.map((folder) => `${folder}/**/*.slow.test.ts`);
const onPostgres = everywhere.map((folder) => `${folder}/**/*.pg.test.ts`);

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // The package throws outside a React server bundle; this is what Next itself puts in its place.
      'server-only': `${root}/node_modules/next/dist/compiled/server-only/empty.js`,
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    // A rejection that nobody awaited, often a loop left running, fails the run even when every test passed.
    dangerouslyIgnoreUnhandledErrors: false,
    teardownTimeout: 60_000,
    // Every deadline is for what never comes: a machine that is ten times slower fails nothing. What waits for something
    // waits less long than its test may take, so that the failure says for what.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      // One process runs many files: starting anew for each took half the time. So a test leaves no trace in globals.
      {
        extends: true,
        test: {
          name: 'unit',
          include: pure,
          exclude: [...slow, ...onPostgres],
          setupFiles: ['server/testing/seeded-properties.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'slow', include: slow, testTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: 'pg',
          include: onPostgres,
          globalSetup: ['server/testing/postgres-setup.ts'],
        },
      },
    ],
  },
});
