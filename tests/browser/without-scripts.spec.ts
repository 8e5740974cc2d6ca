import { expect, test } from '@playwright/test';
import { htmlStrings } from '../../src/lib/dist/html-strings.ts';
import { site } from '../../src/site.ts';
import { pageKinds } from '../../src/testing/page-kinds.ts';
import { builtPages } from '../fixtures/built-site.ts';

test.use({ javaScriptEnabled: false });

/** Every page in the full run; one of each kind otherwise, since tests/dist judges every file. */
const kinds: readonly string[] = Object.values(pageKinds);
const looked = builtPages().filter(({ address }) => process.env['TEST_FULL'] === '1' || kinds.includes(address));

for (const { address, html } of looked) {
  test(`T2 ${address} can be read without scripts`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('a.leave')).toBeVisible();
    // By hand: the first and the last few. A page with two hundred of them would take minutes of clicking,
    // and they are all the browser's own element; below every one is opened and read.
    const all = await page.locator('details').all();
    for (const details of all.length > 12 ? [...all.slice(0, 8), ...all.slice(-4)] : all) {
      await details.locator('summary').click();
      await expect(details.locator(':scope > :not(summary)').first()).toBeVisible();
      // The help panel lies over the page until it is closed again.
      await details.locator('summary').click();
    }
    await page.locator('details').evaluateAll((nodes) => {
      for (const node of nodes) node.setAttribute('open', '');
    });
    // All that stands in the file can be seen: nothing waits for a script.
    const plain = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();
    const shown = plain(await page.locator('body').innerText());
    // Cards that the finder copies from are no part of what is shown; they stand on the pages of who helps.
    // Doors of a referral route show when the choices ask for them; tests/browser/route.spec.ts looks at those.
    const { links } = htmlStrings(
      html
        .replaceAll(/<template data-service=[\s\S]*?<\/template>/g, '')
        .replaceAll(/<li class="route-door[\s\S]*?<\/li>/g, '')
        .replaceAll(/<section class="route-part route-code"[\s\S]*?<\/section>/g, ''),
    );
    expect(links.map(({ text }) => text).filter((text) => !shown.includes(plain(text)))).toEqual([]);
  });
}

test('from the first page to a number to call, by links alone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await page.getByRole('link', { name: /Iemand anders beslist/ }).click();
  await expect(page).toHaveURL('/nl/choice/');
  await page.locator('main .page-list a').first().click();
  await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
});

test('T2 leaving is an ordinary link', async ({ page }) => {
  await page.route(`${site.leaveTo}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
  );
  await page.goto('/nl/work/');
  await page.locator('a.leave').click();
  await expect(page).toHaveTitle('Elsewhere');
});

test('an address that does not exist answers 404 in its language', async ({ page }) => {
  expect((await page.goto('/en/nowhere/'))?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect((await page.goto('/nowhere'))?.status()).toBe(404);
});
