import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { circumstanceKeys, circumstanceValues, type Circumstances } from '../../src/domain/circumstances.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { publicRecords } from '../../src/lib/content/public-records.ts';
import { decide } from '../../src/lib/referral/decide.ts';
import { inputId, placeGroups } from '../../src/lib/referral/selectors.ts';
import { tableOf } from '../../src/lib/referral/table.ts';
import { goBack } from '../fixtures/go-back.ts';
import { goldenRoutes } from '../fixtures/golden-routes.ts';
import { project } from '../fixtures/project.ts';

const address = '/nl/professionals/route/';
const { content } = loadContent(await readContentFiles(project));
const table = tableOf(publicRecords(content, 'routes'));
const groups = placeGroups(table);

/** The radio buttons that say this. A municipality that no rule tells apart is chosen with its group. */
const idsFor = (given: Partial<Circumstances>): string[] =>
  circumstanceKeys.flatMap((key) => {
    const value = given[key];
    if (value === undefined) return [];
    const shown = key === 'place' ? [...groups].find(([, places]) => places.includes(value))?.[0] : value;
    return [inputId(key, shown ?? value)];
  });

/** What the card says: doors by place, in order, and the rules whose lines show. */
const shownBy = (page: Page) =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.getClientRects().length > 0;
    const at = (place: string) =>
      [...document.querySelectorAll(`[data-place="${place}"]`)]
        .filter(isShown)
        .map((door) => door.getAttribute('data-service') ?? '');
    return { first: at('first'), then: at('then'), parallel: at('parallel'), also: at('also'), self: at('self') };
  });

/** Chance that is the same every time. */
function drawn(count: number): Partial<Circumstances>[] {
  let state = 20_261_122;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      circumstanceKeys.map((key) => {
        const values: readonly string[] = circumstanceValues[key];
        // Half of the keys not asked: else nearly every route is the short one of danger.
        return [key, next(2) === 0 ? values.at(-1) : values[next(values.length)]];
      }),
    ),
  );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const { why, given } of goldenRoutes.filter((_, index) => index % 6 === 0)) {
    test(why, async ({ page }) => {
      await page.goto(address);
      for (const id of idsFor(given)) await page.locator(`#${id}`).check({ force: true });
      const { first, then } = decide(table, given);
      for (const service of first)
        await expect(page.locator(`[data-place="first"][data-service="${service}"]`)).toBeVisible();
      for (const service of then)
        await expect(page.locator(`[data-place="then"][data-service="${service}"]`)).toBeVisible();
      await expect(page.locator('[data-place="first"]:visible')).toHaveCount(first.length);
      expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe(address);
    });
  }

  test('starting again is a link to the page itself', async ({ page }) => {
    await page.goto(address);
    await page.locator('#r-danger-yes').check({ force: true });
    await expect(page.locator('[data-place="first"][data-service="noodnummer-112"]')).toBeVisible();
    await page.locator('[data-again]').click();
    await expect(page.locator('[data-place="first"][data-service="noodnummer-112"]')).toBeHidden();
    await expect(page.locator('#r-danger-not-asked')).toBeChecked();
  });
});

test('T21 the card says what the engine decides, in 800 draws and every golden case', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(address);
  const cases = [...goldenRoutes.map(({ given }) => given), ...drawn(800)];
  const wrong: string[] = [];
  for (const given of cases) {
    await page.evaluate((ids) => {
      for (const input of document.querySelectorAll<HTMLInputElement>('.route-page input'))
        input.checked = input.defaultChecked;
      for (const id of ids) (document.getElementById(id) as HTMLInputElement).checked = true;
    }, idsFor(given));
    const { first, then, parallel, also, self } = decide(table, given);
    const shown = await shownBy(page);
    if (JSON.stringify(shown) !== JSON.stringify({ first, then, parallel, also, self }))
      wrong.push(JSON.stringify({ given, shown, decided: { first, then, parallel, also, self } }));
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('a question that no longer matters is not asked, and comes back', async ({ page }) => {
  await page.goto(address);
  const gender = page.locator('.q-gender');
  await page.locator('#r-age-23plus').check({ force: true });
  await page.locator('#r-situation-works').check({ force: true });
  await expect(gender).toBeHidden();
  await page.locator('#r-situation-street').check({ force: true });
  await expect(gender).toBeVisible();
  await page.locator('#r-danger-yes').check({ force: true });
  await expect(page.locator('.q-consent')).toBeHidden();
  await page.locator('#r-danger-no').check({ force: true });
  await expect(page.locator('.q-consent')).toBeVisible();
});

test('by keyboard alone, with the arrows of radio buttons', async ({ page }) => {
  await page.goto(address);
  await page.locator('#r-danger-not-asked').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#r-danger-yes')).toBeChecked();
  await expect(page.locator('[data-place="first"]:visible').first()).toHaveAttribute('data-service', 'noodnummer-112');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#r-danger-not-asked')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#r-age-23plus')).toBeChecked();
  const marked = await page.evaluate(() => {
    const label = document.activeElement?.closest('label');
    return label ? getComputedStyle(label).outlineStyle : 'none';
  });
  expect(marked).toBe('solid');
});

test('T7 nothing is sent, kept or written in the address, whatever is chosen', async ({ page, context }) => {
  const requests: string[] = [];
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const entries = await page.evaluate(() => history.length);
  page.on('request', (request) => requests.push(request.url()));
  // Some answers hide the question of another; a click by script chooses all the same.
  for (const { given } of goldenRoutes)
    await page.evaluate((ids) => {
      for (const id of ids) document.getElementById(id)?.click();
    }, idsFor(given));
  await page.getByRole('button', { name: 'Kopieer als tekst' }).click();
  await page.locator('[data-again]').click();
  await expect(page.locator('.route-page input:checked:not(.route-none input)')).toHaveCount(0);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.length])).toEqual([
    0,
    0,
    entries,
  ]);
  expect(await context.cookies()).toEqual([]);
  expect(page.url().endsWith(address)).toBe(true);
  expect(await page.title()).not.toContain('uitbuiting');
  expect(await page.locator('.route-page :is(form, textarea, select, input:not([type="radio"]))').count()).toBe(0);
});

test('T7 a request that is planted is seen', async ({ page }) => {
  const requests: string[] = [];
  await page.goto(address);
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluate(() => {
    document.querySelector('.route-page')?.addEventListener('change', (event) => {
      void fetch(`/?${(event.target as HTMLElement).id}`);
    });
  });
  await page.locator('#r-addiction-yes').check({ force: true });
  await expect.poll(() => requests.join()).toContain('r-addiction-yes');
});

test('T5 who comes back finds no choice', async ({ page }) => {
  await page.goto(address);
  await page.locator('#r-addiction-yes').check({ force: true });
  await page.goto('/nl/professionals/');
  await goBack(page);
  await expect(page.locator('#r-addiction-not-asked')).toBeChecked();
  await page.locator('#r-addiction-yes').check({ force: true });
  await page.reload();
  await expect(page.locator('#r-addiction-not-asked')).toBeChecked();
});

test('T4 the copied text is the route, and never what was chosen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const chosen = idsFor({
    danger: 'no',
    age: '23plus',
    situation: 'works',
    consent: 'yes',
    addiction: 'yes',
    disability: 'unsure',
    noPapers: 'unsure',
  });
  for (const id of chosen) await page.locator(`#${id}`).check({ force: true });
  await page.getByRole('button', { name: 'Kopieer als tekst' }).click();
  await expect(page.getByRole('status').last()).toHaveText('De route is gekopieerd.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Ervaringsdeskundige');
  expect(text).toContain('Nagekeken op 22 november 2026');
  expect(text).toContain('Bronnen');
  expect(text).not.toMatch(/papieren|beperking|23 of ouder|gebruik je iets|niet gevraagd|kiest dit werk/i);
  expect(text).not.toMatch(/undefined|\n{3}/);
});

test('what was unsure leaves no trace in what is copied, and what was chosen stays on the screen', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const copied = async (given: Partial<Circumstances>): Promise<string> => {
    await page.evaluate((ids) => {
      for (const input of document.querySelectorAll<HTMLInputElement>('.route-page input'))
        input.checked = input.defaultChecked;
      for (const id of ids) (document.getElementById(id) as HTMLInputElement).checked = true;
    }, idsFor(given));
    await page.getByRole('button', { name: 'Kopieer als tekst' }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const calm = { danger: 'no', age: '23plus', situation: 'works', consent: 'yes' } as const;
  const plain = await copied(calm);
  for (const key of ['noShelter', 'disability', 'addiction', 'noPapers'] as const)
    expect(await copied({ ...calm, [key]: 'unsure' }), key).toBe(plain);
  await expect(page.locator('.route-aside')).toBeVisible();
  await expect(page.locator('.route-aside')).toContainText('geen reden voor een melding');
  expect(plain).not.toContain('geen reden voor een melding');
  for (const number of ['112', '0800-2000', '0800-0188', '033 448 1186', '0800-0113']) expect(plain).toContain(number);
});

test('nobody is sent to themselves, also not instead of a number that is missing', async ({ page }) => {
  await page.goto(address);
  for (const id of idsFor({ danger: 'no', age: '12-17', situation: 'questions' }))
    await page.locator(`#${id}`).check({ force: true });
  const instead = page.locator('[data-place="first"][data-service="ggd-jgz"] .i-huisarts');
  await expect(instead).toBeVisible();
  await page.locator('#r-asker-huisarts').check({ force: true });
  await expect(instead).toBeHidden();
});

test('the longest routes print on one sheet, without what was chosen', async ({ page }) => {
  await page.goto(address);
  const heavy = {
    noShelter: 'yes',
    violenceAtHome: 'yes',
    disability: 'yes',
    addiction: 'yes',
    noPapers: 'yes',
    asker: 'politie',
  } as const;
  const cases: Partial<Circumstances>[] = [
    { ...heavy, danger: 'yes', age: '18-22', situation: 'known', gender: 'f' },
    { ...heavy, danger: 'not-asked', age: '12-17', situation: 'known', gender: 'f', asker: 'school' },
    { ...heavy, danger: 'no', age: '23plus', situation: 'suspected', consent: 'no' },
    { danger: 'no', age: '18-22', situation: 'suspected', consent: 'yes', gender: 'f', disability: 'yes' },
  ];
  for (const given of cases) {
    await page.emulateMedia({ media: null });
    await page.evaluate((ids) => {
      for (const input of document.querySelectorAll<HTMLInputElement>('.route-page input'))
        input.checked = input.defaultChecked;
      for (const id of ids) (document.getElementById(id) as HTMLInputElement).checked = true;
    }, idsFor(given));
    const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, JSON.stringify(given)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.route-choices')).toBeHidden();
    for (const part of ['.route-ask', '.route-aside', '.route-tools']) await expect(page.locator(part)).toBeHidden();
    await expect(page.locator('.route-calls .call')).toHaveCount(6);
    await expect(page.locator('[data-place="first"]:visible').first()).toBeVisible();
  }
});

test('axe finds nothing in a long route, light and dark, narrow and wide', async ({ page }) => {
  await page.goto(address);
  for (const id of idsFor({ danger: 'unsure', age: '18-22', situation: 'known', gender: 'f', addiction: 'unsure' }))
    await page.locator(`#${id}`).check({ force: true });
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const height = await page.evaluate(async () => {
        await document.fonts.ready;
        return document.documentElement.scrollHeight;
      });
      await page.setViewportSize({ width, height: height + 800 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .setLegacyMode(true)
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        `${colorScheme} ${String(width)}`,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});
