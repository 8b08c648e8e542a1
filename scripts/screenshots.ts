import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type AirlineCode, airlines } from '@/e2e/api/airlines';
import { walkThrough } from '@/e2e/pages/walk';
import { chromiumArguments, ensureChromium } from './chromium';

const usage = `npx tsx scripts/screenshots.ts FOLDER [--only rumos] [--date 2026-12-10]

Walks through a purchase on each site that npm start has started and keeps every page as
FOLDER/AIRLINE/PAGE-WIDTH-light.png and -dark.png. The same variables as for npm start say where the sites are.`;

const widths = [1280, 390];
const height = 900;
const colorSchemes = ['light', 'dark'] as const;

const dayMs = 24 * 60 * 60_000;

/** Far enough ahead to be cancelled free of charge, near enough to be on sale. */
const usualDate = () => new Date(Date.now() + 20 * dayMs).toISOString().slice(0, 10);

async function main(given: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { only: { type: 'string' }, date: { type: 'string' } },
  });
  const [folder] = positionals;
  const wanted = airlines.filter((code) => !values.only || code === values.only);
  if (!folder || wanted.length === 0) throw new Error(usage);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  try {
    for (const airline of wanted) {
      await photograph(browser, {
        airline,
        folder: join(resolve(folder), airline),
        date: values.date ?? usualDate(),
      });
    }
  } finally {
    await browser.close();
  }
}

type Series = { airline: AirlineCode; folder: string; date: string };

async function photograph(browser: Browser, { airline, folder, date }: Series): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1280, height },
    reducedMotion: 'reduce',
  });
  const look = async (name: string) => {
    await photographPage(page, join(folder, name));
    console.log(`${airline}: ${name}`);
  };
  await walkThrough({ page, airline, date, look });
  await page.close();
}

/** One page at every width in both colour schemes; leaves it as it was. */
async function photographPage(page: Page, path: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    // What sticks to the window's edge would be drawn in the middle of a long picture.
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const colorScheme of colorSchemes) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `${path}-${width}-${colorScheme}.png`,
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: widths[0] ?? 1280, height });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
