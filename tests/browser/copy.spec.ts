import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { offeredLocales } from '../../src/domain/locales.ts';
import { site } from '../../src/site.ts';
import { htmlStrings } from '../../src/lib/dist/html-strings.ts';
import { project } from '../fixtures/project.ts';

const file = (locale: string, name: string): string => join(project, 'dist', locale, name);
const numbersIn = (path: string): string[] => [
  ...new Set(
    htmlStrings(readFileSync(path, 'utf8'))
      .links.map(({ href }) => href)
      .filter((href) => href.startsWith('tel:')),
  ),
];

test.describe('T25 when the site cannot be reached, the copy on a disk', () => {
  for (const locale of offeredLocales) {
    test(`opens in ${locale} without asking for anything, with every answer and every number`, async ({
      page,
      context,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await context.setOffline(true);
      const address = pathToFileURL(file(locale, 'copy.html')).href;
      await page.goto(address);
      expect(asked).toEqual([address]);
      await expect(page.locator('.numbers a[href="tel:112"]')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      const online = htmlStrings(readFileSync(file(locale, 'ask/index.html'), 'utf8'));
      const needs = [...readFileSync(file(locale, 'ask/index.html'), 'utf8').matchAll(/data-need="([^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(
        await page.locator('details.need').evaluateAll((all) => all.map((one) => one.getAttribute('data-need'))),
      ).toEqual(needs);
      expect(numbersIn(file(locale, 'copy.html')).sort()).toEqual(
        [...new Set(online.links.map(({ href }) => href).filter((href) => href.startsWith('tel:')))].sort(),
      );
      // Beside a file on a disk there is no site: every link says where that is.
      const links = await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      expect(links.filter((href) => !/^(?:https:|tel:|mailto:)/.test(href))).toEqual([]);
      expect(links[0]).toBe(site.leaveTo);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing for axe to find, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/nl/copy.html');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
  }

  test('looks as it should on the site too, where the headers allow its own style alone', async ({ page }) => {
    const said: string[] = [];
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`refused: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    page.on('console', (message) => said.push(message.text()));
    await page.goto('/nl/copy.html');
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth)).not.toBe('none');
    expect(said.filter((text) => text.startsWith('refused: '))).toEqual([]);
  });
});
