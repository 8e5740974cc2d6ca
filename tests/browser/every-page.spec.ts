import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { pageKinds } from '../../src/testing/page-kinds.ts';
import { sourceLocale } from '../../src/domain/locales.ts';
import { builtPages, localeOfAddress } from '../fixtures/built-site.ts';

const isFull = process.env['TEST_FULL'] === '1';
const all = builtPages().map(({ address }) => address);

/**
 * Languages share their components, so `npm test` opens every page of the source language, every page for
 * visitors in the language that runs from right to left, and of each other language one page in twelve, another
 * one in each. `npm run test:full` opens all of them.
 */
const each = 12;
const addresses = all.filter((address, index) => {
  const locale = localeOfAddress(address);
  if (isFull || locale === undefined || locale === sourceLocale) return true;
  if (locale === 'ar') return !address.startsWith('/ar/professionals/');
  return index % each === 0 || /^\/[a-z]{2}\/(?:ask\/|search\/|about\/together\/)?$/.test(address);
});
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page, in one line each. The window is made as high as the page first: what
 * lies half under the bar at one moment of scrolling is no small target (in-reach.spec.ts judges the bar).
 */
async function axe(page: Page, without: readonly string[] = []): Promise<string[]> {
  // A font that comes in late makes the page higher than was measured.
  const height = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.documentElement.scrollHeight;
  });
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 360, height: height + 2 });
  // "Legacy" only means: no second tab to gather the results of frames. There are no frames here.
  const builder = new AxeBuilder({ page })
    .withTags(rules)
    .disableRules([...without])
    .setLegacyMode(true);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pages are looked at one after another in one tab: opening a tab costs more than looking. */
const share = 16;
const shares = Array.from({ length: Math.ceil(addresses.length / share) }, (_, index) =>
  addresses.slice(index * share, (index + 1) * share),
);

test.describe('T5 T11 every page answers, keeps nothing, asks nobody else, fits 320 px, and axe finds nothing', () => {
  for (const [index, some] of shares.entries()) {
    test(`${some[0] ?? ''} and what follows (${String(index + 1)} of ${String(shares.length)})`, async ({
      page,
      baseURL,
      context,
    }) => {
      test.setTimeout(120_000);
      const complaints: string[] = [];
      const elsewhere: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL ?? ''}/`)) elsewhere.push(request.url());
      });
      for (const address of some) {
        await page.setViewportSize({ width: 360, height: 740 });
        const response = await page.goto(address);
        expect.soft(response?.status(), address).toBe(200);
        expect.soft(response?.headers()['cache-control'], address).toBe('no-store');
        // Contrast is computed from the tokens in tests/unit, and measured below on each kind of page.
        expect.soft(await axe(page, ['color-contrast']), address).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect
          .soft(await page.evaluate(() => document.documentElement.scrollWidth), `${address} fits 320 px`)
          .toBeLessThanOrEqual(320);
        expect.soft(await page.evaluate(() => [localStorage.length, sessionStorage.length]), address).toEqual([0, 0]);
      }
      expect(complaints).toEqual([]);
      expect(elsewhere).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    });
  }
});

/** `npm run test:full` looks at every page in every mode, `npm test` at one page of each kind. */
const looked: readonly string[] = isFull ? addresses : Object.values(pageKinds);

test.describe('each kind of page', () => {
  for (const address of looked) {
    test(`${address} is right in light and dark, at 360 and 1280 px, and in forced colours`, async ({ page }) => {
      await page.goto(address);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await axe(page), `${colorScheme} at ${String(width)} px`).toEqual([]);
        }
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect.soft(await axe(page), 'forced colours').toEqual([]);
    });
  }

  test('axe sees a fault that is planted', async ({ page }) => {
    await page.goto('/nl/');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect((await axe(page)).join()).toContain('button-name');
  });
});
