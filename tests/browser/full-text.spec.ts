import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page, type Route } from '@playwright/test';
import { fullText } from '../../src/domain/full-text.ts';
import { builtFiles } from '../fixtures/built-site.ts';
import { goBack } from '../fixtures/go-back.ts';
import { project } from '../fixtures/project.ts';

const address = (locale: string): string => `/${locale}/${fullText.page}/`;
const words = (locale: string) =>
  (
    JSON.parse(readFileSync(join(project, `content/interface/${locale}.json`), 'utf8')) as {
      search: Record<'broken' | 'none' | 'loose', string>;
    }
  ).search;

const field = (page: Page) => page.locator('.page-search input');
const status = (page: Page) => page.locator('.page-search [role=status]');
const results = (page: Page) => page.locator('.page-search .page-list a');

/** Waits until the index is proven whole: then nothing more is fetched on the page. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !fetch.toString().includes('integrity') && !fetch.toString().includes('[native code]'),
  );
}

async function search(page: Page, typed: string): Promise<string[]> {
  await field(page).fill(typed);
  await expect(status(page)).not.toBeEmpty();
  return results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

test.describe('a search', () => {
  const questions: readonly (readonly [locale: string, typed: string, wanted: string, why: string])[] = [
    ['nl', 'testen', '/nl/work/check/', 'a plain word'],
    ['nl', 'getest', '/nl/work/check/', 'an inflected word: its stem is that of testen'],
    ['nl', 'schuldhulpverlening', '/nl/work/money/', 'a compound'],
    ['nl', 'ik word gestalkt door een klant', '/nl/work/online/', 'a sentence, of which no page has all words'],
    ['nl', 'SUÏCIDE gedachten', '/nl/work/mood/', 'capitals and a diaeresis'],
    ['en', 'testing', '/en/work/check/', 'a plain word'],
    ['en', 'debts', '/en/work/bills/', 'an inflected word: its stem is that of debt'],
    ['en', 'boyfriend', '/en/feel/no/', 'a compound'],
    ['en', 'someone is stalking me and I am afraid', '/en/work/online/', 'a sentence'],
    ['en', 'residence permit', '/en/professionals/residence/', 'two words'],
  ];
  for (const [locale, typed, wanted, why] of questions) {
    test(`for "${typed}" in ${locale} finds ${wanted}: ${why}`, async ({ page }) => {
      await page.goto(address(locale));
      await ready(page);
      expect(await search(page, typed)).toContain(wanted);
    });
  }
});

test.describe('the field', () => {
  test('narrows by group and by partner, also without a word', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    await page.locator('.search-narrow summary').click();
    await page.getByLabel('Voor wie').selectOption({ label: 'Professionals' });
    const found = await search(page, 'melden');
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((href) => !href.startsWith('/nl/professionals/'))).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(results(page)).toHaveCount(0);

    await page.getByLabel('Wie helpt').selectOption({ label: 'Moviera' });
    await expect(results(page).first()).toBeVisible();
    expect(await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(
      '/nl/who/moviera/',
    );
  });

  test('is cleared by Escape, by its button, and by leaving the page', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    for (const clear of [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('button', { name: 'Wissen' }).click(),
    ]) {
      await search(page, 'testen');
      await clear();
      await expect(field(page)).toHaveValue('');
      await expect(field(page)).toBeFocused();
      await expect(results(page)).toHaveCount(0);
    }
    await search(page, 'testen');
    await results(page).first().click();
    await expect(page).toHaveURL('/nl/work/check/');
    await goBack(page);
    await expect(field(page)).toHaveValue('');
    await expect(results(page)).toHaveCount(0);
  });

  test('says how many when typing rests, not at each key', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      const node = document.querySelector('.page-search [role=status]');
      if (!node) throw new Error('No status');
      new MutationObserver(() => told.push(node.textContent ?? '')).observe(node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    // All keys within one task: no timer can go off in between, however slow the machine is.
    await field(page).evaluate((input: HTMLInputElement, typed) => {
      for (const letter of typed) {
        input.value += letter;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }, 'belasting');
    await expect(results(page).first()).toBeVisible();
    expect(await page.evaluate(() => (globalThis as unknown as { told: string[] }).told)).toHaveLength(1);
    expect(await status(page).textContent()).toMatch(/^\d+ pagina's gevonden\.$/);
  });

  test('says that nothing is found when the index is whole and has nothing', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    expect(await search(page, 'xylofoon')).toEqual([]);
    await expect(status(page)).toHaveText(words('nl').none);
  });

  test('shows ten, and the others when asked, with focus on the first of them', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    expect(await search(page, 'hulp')).toHaveLength(10);
    await page.getByRole('button', { name: /^Laat alle/ }).click();
    expect(await results(page).count()).toBeGreaterThan(10);
    await expect(results(page).nth(10)).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing for axe to find with results under it, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(address('nl'));
      await ready(page);
      await page.locator('.search-narrow summary').click();
      await search(page, 'hulp');
      await page.setViewportSize({
        width: 360,
        height: await page.evaluate(() => document.documentElement.scrollHeight),
      });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  }

  test('T6 asks the browser to remember nothing', async ({ page }) => {
    await page.goto(address('nl'));
    await expect(field(page)).toHaveAttribute('type', 'text');
    await expect(field(page)).toHaveAttribute('autocomplete', 'off');
    await expect(field(page)).toHaveAttribute('spellcheck', 'false');
    await expect(page.locator('form, [name]:not(meta)')).toHaveCount(0);
  });
});

/** What the network sees of one visit in which something is typed. */
async function trace(
  page: Page,
  typed: string,
  isTypedAtOnce: boolean,
): Promise<{ asked: string; afterwards: string[] }> {
  const asked: Promise<string>[] = [];
  page.removeAllListeners('request');
  page.on('request', (request) => {
    asked.push(
      (async () => {
        const answer = await request.response();
        const size = answer?.headers()['content-length'] ?? 'none';
        const { pathname, search: query } = new URL(request.url());
        return `${request.method()} ${pathname}${query} ${request.postData() ?? ''} ${size}`;
      })(),
    );
  });
  await page.goto(address('nl'), { waitUntil: isTypedAtOnce ? 'commit' : 'load' });
  if (isTypedAtOnce) await field(page).fill(typed);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  await field(page).fill(typed);
  await expect(status(page)).not.toBeEmpty();
  await page.waitForTimeout(100);
  const all = await Promise.all(asked);
  // What scripts fetch comes in one order; style, fonts and icon race with it before anything is typed.
  const fetched = all.filter((one) => one.includes(`/${fullText.folder}/`));
  const others = all.filter((one) => !fetched.includes(one)).sort();
  return { asked: [...fetched, ...others].join('\n'), afterwards: all.slice(before) };
}

const typedByPeople = [
  'soa', 'testen', 'getest', 'schulden', 'huur', 'papieren', 'visum', 'klant', 'geslagen', 'verkracht',
  'zwanger', 'abortus', 'condoom', 'pep', 'hepatitis', 'belasting', 'kvk', 'vergunning', 'boete', 'politie',
  'stalker', 'chantage', 'foto', 'loverboy', 'dwang', 'paspoort', 'opvang', 'dakloos', 'drugs', 'alcohol',
  'somber', 'dood', 'school', 'ouders', 'aangifte', 'advocaat', 'xylofoon', 'ik wil stoppen maar hij laat me niet gaan', '"gratis test"', 'ż',
]; // prettier-ignore

test.describe('T7 what the network sees', () => {
  test('is the same whatever is typed, and nothing after loading', async ({ page }) => {
    test.setTimeout(180_000);
    const seen = new Set<string>();
    for (const [index, typed] of typedByPeople.entries()) {
      const { asked, afterwards } = await trace(page, typed, index % 2 === 0);
      seen.add(asked);
      expect(afterwards, typed).toEqual([]);
      expect(new URL(page.url()).href.endsWith(address('nl')), typed).toBe(true);
    }
    expect(typedByPeople).toHaveLength(40);
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain(`GET /${fullText.folder}/pagefind-entry.json?ts=0 `);
    await expect(page).toHaveTitle(/^Zoeken · /);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('null');
  });

  test('would be seen to differ if one letter went out', async ({ page }) => {
    await page.addInitScript(() => {
      addEventListener('input', (event) => {
        new Image().src = `/favicon.png?${(event.target as HTMLInputElement).value.slice(0, 1)}`;
      });
    });
    const one = await trace(page, 'soa', false);
    const two = await trace(page, 'testen', false);
    expect(one.afterwards).not.toEqual([]);
    expect(one.asked).not.toBe(two.asked);
  });

  test('would be seen to differ if the engine asked for more', async ({ page }) => {
    await page.goto(address('nl'));
    await ready(page);
    expect(
      await page.evaluate(() =>
        fetch('/lists/nl.json').then(
          () => 'fetched',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });
});

const fileLike = (pattern: RegExp): Buffer =>
  readFileSync(join(project, 'dist', builtFiles().find((file) => pattern.test(file)) ?? 'none'));
const notFound = (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' });
const half = (pattern: RegExp) => (route: Route) => {
  const whole = fileLike(pattern);
  return route.fulfill({ body: whole.subarray(0, Math.floor(whole.length / 2)) });
};
const index = /index\/nl_.*pf_index$/;

const faults: readonly (readonly [what: string, file: RegExp, answer: (route: Route) => unknown])[] = [
  ['the index is not there', index, notFound],
  ['the index is half', index, half(index)],
  ['the index is garbage', index, (route) => route.fulfill({ body: Buffer.from('a'.repeat(5000)) })],
  ['the index is empty', index, (route) => route.fulfill({ body: '' })],
  ['the index is of another build', index, (route) => route.fulfill({ body: fileLike(/index\/en_.*pf_index$/) })],
  ['the index never comes', index, () => undefined],
  ['the list of pages is not there', /nl_.*pf_meta$/, notFound],
  ['the list of pages never comes', /nl_.*pf_meta$/, () => undefined],
  ['the program is not there', /wasm\.nl\.pagefind$/, notFound],
  ['the program is half', /wasm\.nl\.pagefind$/, half(/wasm\.nl\.pagefind$/)],
  ['the entry is not there', /pagefind-entry\.json/, notFound],
  ['the table is not there', /lists\/nl\.json$/, notFound],
  [
    'the table is of another language',
    /lists\/nl\.json$/,
    (route) => route.fulfill({ body: fileLike(/lists\/en\.json$/) }),
  ],
  ['the table is cut off', /lists\/nl\.json$/, half(/lists\/nl\.json$/)],
  ['the network is gone', /\/lists\//, (route) => route.abort()],
];

/** Everything the page ever says to someone, from its first moment. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      said.push(document.querySelector('.page-search')?.textContent ?? '');
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n'));
}

async function saysThatItDoesNotWork(page: Page, said: () => Promise<string>): Promise<void> {
  await expect(status(page)).toHaveText(words('nl').broken, { timeout: 3500 });
  await expect(field(page)).toHaveCount(0);
  await expect(page.locator('#numbers a[href="tel:112"]')).toBeVisible();
  await expect(page.locator('.title-list a').first()).toBeVisible();
  await page.waitForTimeout(600);
  expect(await said()).not.toContain(words('nl').none);
  await expect(status(page)).toHaveText(words('nl').broken);
}

test.describe('T22 when searching does not work, the page says so in three seconds, and never that nothing is found', () => {
  for (const [what, file, answer] of faults) {
    test(what, async ({ page }) => {
      const said = await listen(page);
      await page.route(file, (route) => void answer(route));
      await page.goto(address('nl'));
      // May be gone already.
      await field(page)
        .fill('xylofoon', { timeout: 300 })
        .catch(() => undefined);
      await saysThatItDoesNotWork(page, said);
    });
  }

  test('there is no WebAssembly', async ({ page }) => {
    const said = await listen(page);
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
    await page.goto(address('nl'));
    await saysThatItDoesNotWork(page, said);
  });

  test('it breaks while one types', async ({ page }) => {
    const said = await listen(page);
    await page.goto(address('nl'));
    await ready(page);
    await page.evaluate(() => {
      Object.assign(JSON, {
        parse: () => {
          throw new Error('broken');
        },
      });
    });
    await field(page).fill('xylofoon');
    await saysThatItDoesNotWork(page, said);
  });

  test('a slow line says so too, and searches as soon as it can', async ({ page }) => {
    await page.route(index, (route) => void setTimeout(() => void route.continue(), 4000));
    await page.goto(address('nl'));
    await expect(status(page)).toHaveText(words('nl').broken, { timeout: 3500 });
    await ready(page);
    expect(await search(page, 'testen')).toContain('/nl/work/check/');
  });

  test('who is typing when the index comes keeps the field', async ({ page }) => {
    await page.route(index, (route) => void setTimeout(() => void route.continue(), 1000));
    await page.goto(address('nl'));
    await field(page).pressSequentially('tes');
    await ready(page);
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('ten');
    await expect(field(page)).toHaveValue('testen');
    await expect(results(page).first()).toBeVisible();
  });

  test('the script is not there: the list is', async ({ page }) => {
    await page.route(/\/assets\/.*\.js$/, notFound);
    await page.goto(address('nl'));
    await expect(page.locator('.title-list a').first()).toBeVisible();
    await expect(page.locator('.page-search')).toBeEmpty();
  });
});

test.describe('T14 Trusted Types', () => {
  const watch = (page: Page) =>
    page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective} ${event.sample}`),
      );
    });
  const violations = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

  test('forbid all markup from strings, and nothing of the search needs it', async ({ page }) => {
    await watch(page);
    const answer = await page.goto(address('nl'));
    expect(answer?.headers()['content-security-policy']).toContain(
      "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    await ready(page);
    for (const typed of [
      'testen',
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '{{7*7}}',
      '\\u003cb\\u003e',
    ]) {
      await search(page, typed);
      await page.keyboard.press('Escape');
    }
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('.page-search img, .page-search script').count()).toBe(0);
  });

  test('would be seen to be broken', async ({ page }) => {
    await watch(page);
    await page.goto(address('nl'));
    await page.evaluate(() => {
      try {
        document.createElement('p').innerHTML = '<b>x</b>';
      } catch {
        // Refused, as it should be.
      }
    });
    await expect.poll(() => violations(page)).toHaveLength(1);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no field, and every page of the site is in the list', async ({ page }) => {
    await page.goto(address('nl'));
    await expect(page.locator('input, select')).toHaveCount(0);
    const listed = await page
      .locator('main .part a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const table = JSON.parse(fileLike(/lists\/nl\.json$/).toString('utf8')) as Record<string, { address: string }>;
    const missing = Object.values(table)
      .map((one) => one.address)
      .filter((one) => !listed.includes(one));
    expect(missing).toEqual([]);
  });
});
