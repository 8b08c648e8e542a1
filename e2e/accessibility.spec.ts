import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { airlines } from './api/airlines';
import { travelDateOf } from './api/trips';
import { walkThrough } from './pages/walk';

const date = travelDateOf('accessibility');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

// What changes colour does so at once, so that no contrast is measured halfway. Each problem is named in full: a trace
// would tell nothing more and doubles the time.
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: desktop, trace: 'off' });

for (const airline of airlines) {
  test(`every page of ${airline} has no accessibility violation, light and dark, and fits a phone`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const problems: string[] = [];
    await walkThrough({
      page,
      airline,
      date,
      look: async (name) => {
        await shortenLists(page);
        problems.push(...(await settled(() => violations(axe(page)))).map((one) => `${name}: ${one}`));
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await settled(() => violations(contrastOnly(page)));
        problems.push(...dark.map((one) => `${name}, dark: ${one}`));
        await page.emulateMedia({ colorScheme: 'light' });
        problems.push(...(await overflow(page)).map((one) => `${name} at ${phone.width} px: ${one}`));
      },
    });
    expect(problems).toEqual([]);
  });
}

/** A page has settled into new colours or a new width long before this; what is still wrong then is wrong. */
const settledWithinMs = 15_000;

/** Looks again until nothing is found or the time is up: colours and widths change a frame or two after they are asked to. */
async function settled(look: () => Promise<string[]>): Promise<string[]> {
  const deadline = Date.now() + settledWithinMs;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
  }
}

/** All of axe's rules; without frames there is no need for its second page. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

/** What dark colours can break that light ones do not. */
const contrastOnly = (page: Page) => axe(page).withRules(['color-contrast']);

/** The fifth result or free seat is drawn as the first four are, and axe takes seconds for fifty of them. */
function shortenLists(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const item of document.querySelectorAll('main li:nth-of-type(n + 5)')) item.remove();
  });
}

/** What axe finds, one line for each rule with the elements. */
async function violations(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(({ id, help, nodes }) => {
    const where = nodes.map(
      ({ target, failureSummary }) => `${target} (${failureSummary?.split('\n')[1]?.trim()})`,
    );
    return `${id}: ${help}: ${where.slice(0, 5).join(' | ')}`;
  });
}

/** The elements that make the page wider than a phone. */
async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize(phone);
  const wide = await page.waitForFunction(isNarrowEnough, phone.width, { timeout: settledWithinMs }).then(
    () => [],
    () => page.evaluate(listTooWide, phone.width),
  );
  await page.setViewportSize(desktop);
  return wide.slice(0, 5);
}

/** Runs in the page: nothing sticks out of the width that it was given. */
function isNarrowEnough(width: number): boolean {
  const { clientWidth, scrollWidth } = document.documentElement;
  return clientWidth <= width && scrollWidth <= clientWidth;
}

/** Runs in the page: which elements end right of `width`. */
function listTooWide(width: number): string[] {
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 120));
}
