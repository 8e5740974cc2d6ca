import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { builtPages } from '../fixtures/built-site.ts';

const addresses = builtPages().map(({ address }) => address);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One address for each kind of page: other sizes and modes are sampled on these. */
const kinds = [
  '/',
  '/nl/',
  '/nl/work/',
  '/nl/work/check/',
  '/nl/who/',
  '/nl/who/ggd/',
  '/nl/about/',
  '/nl/about/safely/',
  '/nl/404.html',
  '/en/professionals/referring/',
];

test.describe('every page', () => {
  for (const address of addresses) {
    test(`${address} answers, keeps nothing, asks nobody else, and axe finds nothing`, async ({
      page,
      baseURL,
      context,
    }) => {
      const complaints: string[] = [];
      const elsewhere: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL ?? ''}/`)) elsewhere.push(request.url());
      });

      const response = await page.goto(address);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['cache-control']).toBe('no-store');
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

      expect(complaints).toEqual([]);
      expect(elsewhere).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    });
  }
});

/** `npm run test:full` looks at every page in every mode, `npm test` at one page of each kind. */
const looked = process.env['TEST_FULL'] === '1' ? addresses : kinds;

test.describe('each kind of page', () => {
  for (const address of looked) {
    test(`${address} is right in dark, wide and very small`, async ({ page }) => {
      await page.goto(address);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(dark.violations.map(({ id }) => id)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      const forced = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(forced.violations.map(({ id }) => id)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.setViewportSize({ width: 1280, height: 900 });
      const wide = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(wide.violations.map(({ id }) => id)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }

  test('axe sees a fault that is planted', async ({ page }) => {
    await page.goto('/nl/');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id }) => id)).toContain('button-name');
  });
});
