import { expect, test, type Page } from '@playwright/test';
import { goBack } from '../fixtures/go-back.ts';

const address = '/nl/professionals/directory/';
const rows = (page: Page) => page.locator('tr[data-facts]:visible');
const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption(option);

interface Facts {
  readonly partner: string;
  readonly groups: readonly string[];
  readonly minimumAge?: number;
}

const factsOf = (page: Page): Promise<Facts[]> =>
  rows(page).evaluateAll((nodes) =>
    nodes.map((node) => JSON.parse((node as HTMLElement).dataset['facts'] ?? '') as Facts),
  );

test.describe('the directory', () => {
  test('is a table for a screen reader, also where its rows are blocks', async ({ page }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const table = page.getByRole('table', { name: 'De hulp per organisatie' });
      const row = table.getByRole('row', { name: /^Veilig Thuis/ });
      await expect(row.getByRole('rowheader')).toHaveCount(1);
      await expect(row.getByRole('cell')).toHaveCount(5);
      await expect(row.getByRole('link', { name: 'Bel 0800-2000' })).toHaveAttribute('href', 'tel:08002000');
    }
  });

  test('narrows by group and by organisation, says how many, and comes back whole', async ({ page }) => {
    await page.goto(address);
    const all = await rows(page).count();
    await choose(page, 'Doelgroep', 'Sekswerkers');
    await choose(page, 'Organisatie', 'Sterker sociaal werk');
    const found = await factsOf(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ partner, groups }) => partner === 'sterker' && groups.includes('sekswerkers'))).toBe(true);
    await expect(page.getByRole('status')).toHaveText(`${String(found.length)} van ${String(all)} rijen.`);
    // A partner whose rows are gone has no heading left.
    await expect(page.locator('.directory-partner:visible')).toHaveCount(1);
    await page.getByRole('button', { name: 'Wis keuze' }).click();
    await expect(rows(page)).toHaveCount(all);
    await expect(page.getByLabel('Doelgroep', { exact: true })).toBeFocused();
  });

  test('leaves in what nobody said', async ({ page }) => {
    await page.goto(address);
    await choose(page, 'Leeftijd', 'jonger dan 12');
    await choose(page, 'Waar', 'ergens anders in Nederland');
    await choose(page, 'Vorm', 'groep');
    await expect(page.getByRole('row', { name: /^112/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Maatschappelijk werk van Sterker/ })).toBeHidden();
    await expect(page.getByRole('row', { name: /^Stapteam/ })).toBeHidden();
  });

  test('says whom to ask when nothing fits', async ({ page }) => {
    await page.goto(address);
    await choose(page, 'Doelgroep', 'Jeugdigen');
    await choose(page, 'Organisatie', 'IrisZorg');
    await expect(rows(page)).toHaveCount(0);
    await expect(page.getByRole('status')).toContainText('Vraag de coördinator');
  });

  test('has another order, in which every row says whose it is', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    const original = await rows(page).locator('[role=rowheader]').allInnerTexts();
    await choose(page, 'Volgorde', 'Hulp');
    const names = await rows(page).locator('[role=rowheader] > a').allInnerTexts();
    expect(names).toHaveLength(original.length);
    const lower = names.map((name) => name.toLowerCase());
    expect(lower).toEqual([...lower].sort());
    await expect(page.locator('.directory-partner:visible')).toHaveCount(0);
    await expect(rows(page).first().locator('.directory-by')).toBeVisible();
    await expect(page.locator('th[aria-sort]')).toHaveText('Hulp');
    await choose(page, 'Volgorde', 'Leeftijd');
    const ages = (await factsOf(page)).flatMap(({ minimumAge }) => minimumAge ?? []);
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
    await choose(page, 'Volgorde', 'Organisatie');
    expect(await rows(page).locator('[role=rowheader]').allInnerTexts()).toEqual(original);
  });

  test('shows what a number of the matrix counts', async ({ page }) => {
    await page.goto(address);
    for (const index of [0, 5, 11]) {
      const number = page.locator('.matrix a').nth(index);
      const count = Number(/(\d+)\s*$/.exec((await number.textContent()) ?? '')?.[1]);
      await number.click();
      await expect(rows(page)).toHaveCount(count);
      await expect(page.getByLabel('Doelgroep', { exact: true })).toBeFocused();
    }
  });

  test('T7 leaves no trace of a choice, and forgets it', async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    // The browser fetches the icon when it likes, the same on every visit.
    page.on('request', (request) => {
      if (!request.url().endsWith('/favicon.png')) asked.push(request.url());
    });
    const before = await page.evaluate(() => history.length);
    await choose(page, 'Doelgroep', 'Seksuele uitbuiting');
    await choose(page, 'Volgorde', 'Leeftijd');
    await page.locator('.matrix a').nth(3).click();
    await expect(page).toHaveURL(address);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(asked).toEqual([]);
    // A request would be seen.
    await page.evaluate(() => fetch('/data/overview-nl.csv'));
    expect(asked).toHaveLength(1);
    await page.goto('/nl/professionals/');
    await goBack(page);
    await expect(page.getByLabel('Doelgroep', { exact: true })).toHaveValue('');
    await expect(rows(page)).toHaveCount(await page.locator('tr[data-facts]').count());
  });

  test('and the linked data of a partner break no rule of the headers', async ({ page }) => {
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.text().startsWith('broken: ')) told.push(message.text());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        console.log(`broken: ${violatedDirective}`);
      });
    });
    for (const where of ['/nl/who/ggd/', address]) {
      await page.goto(where);
      await page.waitForLoadState('networkidle');
    }
    expect(told).toEqual([]);
    // Something that the headers do not allow is told.
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      document.body.append(picture);
    });
    await expect.poll(() => told).toEqual(['broken: img-src']);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('stands whole, by organisation, and a number leads to its organisation', async ({ page }) => {
      await page.goto(address);
      await expect(rows(page)).toHaveCount(await page.locator('tr[data-facts]').count());
      await expect(page.getByRole('combobox')).toHaveCount(0);
      const link = page.locator('.matrix a[data-partner=moviera]').first();
      await link.click();
      await expect(page.locator(':target .directory-partner')).toHaveText('Moviera');
      await expect(page.locator(':target .directory-partner')).toBeInViewport();
    });
  });
});
