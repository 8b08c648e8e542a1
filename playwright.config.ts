import { defineConfig, devices } from '@playwright/test';
import { separateFromNpmStart } from './e2e/alliance/own-environment';
import { chromiumArguments, findChromium } from './scripts/chromium';

separateFromNpmStart(process.env);

/**
 * Whole runs in a real browser over three running airlines, started by `e2e/alliance/set-up.ts` beside any `npm start`:
 *
 *   npx playwright test [part of a file name]
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/alliance/set-up.ts',
  // The specs share three airlines, and some stop one.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only now and then has found something, so on CI the second try is reported as flaky, not lost.
  retries: process.env.CI ? 1 : 0,
  // For what never comes: a machine that is several times slower fails nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'playwright-report' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments },
  },
});
