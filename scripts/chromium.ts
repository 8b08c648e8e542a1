import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { StartFailure } from './start-failure';

/** Where distributions and Google put a browser that Playwright can drive. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the end-to-end tests: `PW_CHROMIUM`, Playwright's own, the system's; null when there is none. */
export function findChromium(): string | null {
  const chosen = process.env.PW_CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new StartFailure(`PW_CHROMIUM=${chosen} does not exist: correct it, or leave it out.`);
  }
  return [chromium.executablePath(), ...usualPlaces].find((path) => existsSync(path)) ?? null;
}

/** As `findChromium`, after installing Debian's where we may. Throws `StartFailure` that says how to get one. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installFromDebian() ? findChromium() : null);
  if (found) return found;
  throw new StartFailure(
    'The end-to-end tests need a browser: run npx playwright install chromium, install Chromium or Chrome, or set PW_CHROMIUM to one.',
  );
}

/** True when apt-get installed it; only root may, and only Debian's family has it. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Chromium with apt-get …');
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']];
  return steps.every((given) => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync('apt-get', ['-q', ...given], { stdio: 'inherit', env: environment }).status === 0;
  });
}

/**
 * What Chromium is started with: as root it cannot build its sandbox, in small containers /dev/shm is too small, and a
 * test machine has no business with Google's hosts.
 */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
