import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page, type Request } from '@playwright/test';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { goBack } from '../fixtures/go-back.ts';
import { project } from '../fixtures/project.ts';

const field = (page: Page) => page.locator('main input[type="text"], main input[type="search"]').first();
const results = (page: Page) => page.locator('main .finder-results');
const cards = (page: Page) => page.locator('main .finder-cards > li');

/** Waits until all of an answer is there, also what comes a moment later. */
async function allOfIt(page: Page): Promise<void> {
  await expect(cards(page).nth(1)).toBeAttached();
  await expect(results(page)).not.toHaveAttribute('data-waits');
}

/** Opens a page and waits until the finder answers. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await field(page).fill('schulden');
  await expect(cards(page).first()).toBeVisible();
  await field(page).fill('');
}

test.describe('the finder answers', () => {
  const asked = [
    { address: '/nl/', typed: 'anonieme soa test', service: 'ggd-seksuele-gezondheid' },
    { address: '/nl/ask/', typed: 'ik wil me inschrijven bij de kvk', service: 'belastingdienst-kvk' },
    { address: '/en/', typed: 'want to quit escorting', service: 'leger-des-heils-levenskracht' },
    { address: '/en/ask/', typed: 'briefadres', service: 'gemeente' },
  ] as const;
  for (const { address, typed, service } of asked) {
    test(`${typed} on ${address}`, async ({ page }) => {
      await page.goto(address);
      await field(page).fill(typed);
      await expect(cards(page).first()).toHaveAttribute('data-service', service);
      await expect(results(page).locator('h2')).toBeVisible();
    });
  }

  test('danger first: one calm sentence, a number to call, and the rest below it', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('hij heeft een mes');
    await expect(page.locator('.finder-danger')).toContainText('112');
    await expect(cards(page).first()).toHaveAttribute('data-service', 'noodnummer-112');
    await expect(cards(page).first().locator('a[href="tel:112"]')).toBeVisible();
    await expect.poll(() => cards(page).count()).toBeGreaterThan(2);
  });

  test('what it does not know it says, with doors that are always open', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('recept voor appeltaart');
    await expect(results(page).locator('h2')).toHaveText('Dit kennen wij niet');
    await expect(cards(page)).toHaveCount(3);
  });

  test('the first two letters show nothing, and no alarm', async ({ page }) => {
    await open(page, '/nl/');
    for (const typed of ['m', 'me']) {
      await field(page).pressSequentially(typed.slice(-1));
      await expect(results(page)).not.toHaveAttribute('data-waits');
      await expect(results(page)).toBeEmpty();
      await expect(page.locator('main .finder-chips').first()).toBeVisible();
    }
    await field(page).pressSequentially('s');
    await expect(cards(page).first()).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(results(page)).toBeEmpty();
  });

  test('who empties the field while an answer is coming gets none of it', async ({ page }) => {
    await open(page, '/nl/');
    for (const how of ['Delete', 'Escape', 'pagehide'] as const) {
      const left = await field(page).evaluate(async (input: HTMLInputElement, done) => {
        const type = (text: string): void => {
          input.value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        };
        const list = document.querySelector('.finder-results')!;
        type('hij heeft een mes');
        const waited = list.hasAttribute('data-waits');
        if (done === 'Delete') type('');
        else if (done === 'Escape') input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        else dispatchEvent(new Event('pagehide'));
        // Ten times as long as the next bit takes to come.
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { waited, waits: list.hasAttribute('data-waits'), pieces: list.childElementCount, typed: input.value };
      }, how);
      expect(left, how).toEqual({ waited: true, waits: false, pieces: 0, typed: '' });
    }
  });

  test('typing on shows the same as a page on which nothing was typed before', async ({ page }) => {
    const questions = [
      'ik heb schulden',
      'ik heb schulden en geen huis',
      'appeltaart',
      'help hij slaat me',
      'soa test',
    ];
    const shown = async (): Promise<string> => {
      await allOfIt(page);
      return results(page).innerText();
    };
    const fresh: string[] = [];
    for (const question of questions) {
      await page.goto('/nl/');
      await field(page).fill(question);
      fresh.push(await shown());
    }
    await page.getByLabel('Als professional').check();
    const forProfessionals = await shown();
    expect(forProfessionals).not.toBe(fresh.at(-1));
    await page.goto('/nl/');
    for (const [place, question] of questions.entries()) {
      await field(page).fill(question);
      await expect.poll(shown, question).toBe(fresh[place]);
    }
    await page.getByLabel('Als professional').check();
    expect(await shown()).toBe(forProfessionals);
  });

  test('danger comes in the first bit, its number in the next, and nothing below moves up meanwhile', async ({
    page,
  }) => {
    await open(page, '/nl/');
    await field(page).fill('ik heb schulden en stress');
    await allOfIt(page);
    const bits = await field(page).evaluate(async (input: HTMLInputElement) => {
      const list = document.querySelector('.finder-results')!;
      const place = (): number => document.querySelector('.finder-extras')!.getBoundingClientRect().top;
      const before = place();
      const seen: { danger: boolean; first: string | null | undefined; up: number }[] = [];
      const done = new Promise<void>((resolve) => {
        new MutationObserver(() => {
          if (!list.hasAttribute('data-waits')) {
            resolve();
            return;
          }
          seen.push({
            danger: list.querySelector('.finder-danger') !== null,
            first: list.querySelector('.finder-cards > li')?.getAttribute('data-service'),
            up: before - place(),
          });
        }).observe(list, { childList: true, subtree: true, attributes: true });
      });
      input.value = 'hij heeft een mes en wil me dood';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await done;
      return seen;
    });
    // What was asked before stands until the answer is there; then danger is its first bit, and 112 the next.
    const [asBefore, answer, card] = bits;
    expect(asBefore).toMatchObject({ danger: false });
    expect(answer).toMatchObject({ danger: true });
    expect(card).toMatchObject({ danger: true, first: 'noodnummer-112' });
    // Less than the part of a pixel that is lost where a height is told in whole ones.
    for (const { up } of bits) expect(up).toBeLessThan(1);
    await expect(cards(page)).toHaveCount(3);
  });

  test('Enter right after the last letter goes to the answer of all letters', async ({ page }) => {
    await open(page, '/nl/');
    await field(page).fill('ik heb schulden en stress');
    await allOfIt(page);
    const before = await results(page).locator('h2').textContent();
    await field(page).evaluate((input: HTMLInputElement) => {
      input.focus();
      input.value = 'recept voor appeltaart';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect(results(page).locator('h2')).not.toHaveText(before ?? '');
    await expect(results(page).locator('h2')).toBeFocused();
  });

  test('a card that stays is not made again, and what is folded away is made when it is opened', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('geen geld en geen huis');
    const first = await cards(page).first().elementHandle();
    await field(page).fill('geen geld en geen huis.');
    await allOfIt(page);
    expect(await first?.evaluate((node) => node.isConnected)).toBe(true);
    const more = page.locator('main .finder-more');
    await allOfIt(page);
    await expect(more).toHaveCount(1);
    await expect(more.locator('.card')).toHaveCount(0);
    await more.locator('summary').first().click();
    await expect(more.locator('.card').first()).toBeVisible();
    await more.locator('summary').first().click();
    await more.locator('summary').first().click();
    const ids = await cards(page).evaluateAll((items) => items.map((item) => item.getAttribute('data-service')));
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('who chooses another danger reads the sentence and sees the number that belong to it', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('hij bedreigt me met een mes, ik wil niet meer leven');
    await expect(cards(page).first()).toHaveAttribute('data-service', 'noodnummer-112');
    await expect(page.locator('.finder-danger')).toContainText('112');
    await expect(page.locator('.finder-danger')).not.toContainText('113');
    const label = 'Ik denk eraan dood te gaan';
    await results(page).getByRole('button', { name: label }).click();
    await expect(results(page).locator('h2')).toHaveText(label);
    await expect(results(page).locator('h2')).toBeFocused();
    await expect(cards(page).first()).toHaveAttribute('data-service', 'zelfmoordpreventie-113');
    await expect(page.locator('.finder-danger')).toContainText('113');
  });

  test('for whom one asks changes the words and who comes first', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('advies over mensen met een licht verstandelijke beperking');
    await page.getByLabel('Als professional').check();
    await expect(results(page)).toContainText('Hierheen kun je verwijzen of overleggen');
    const first = await cards(page).first().getAttribute('data-service');
    expect(first).toMatch(/^(?:mee-professionals|sterker-consult|ggd-coordinatie|ggd-deskundigheidsbevordering)$/);
    await page.getByLabel('Voor mij').check();
    await expect(cards(page).first()).not.toHaveAttribute('data-service', first ?? '');
  });

  test('results can be narrowed to one organisation', async ({ page }) => {
    await page.goto('/nl/');
    await field(page).fill('schulden en huur');
    await page.getByText('Kies zelf wat je ziet').click();
    await page.getByLabel('Organisatie').selectOption('sterker');
    await expect(cards(page).first()).toHaveAttribute('data-service', /^sterker-/);
  });
});

test.describe('with the keyboard and a screen reader', () => {
  test('arrows go to the answer and its cards, Escape empties, the number and the first are told', async ({ page }) => {
    await open(page, '/nl/');
    await field(page).focus();
    await page.keyboard.type('schulden');
    await expect(page.locator('.help-finder [role="status"]')).toHaveText(/keer hulp gevonden\. Bovenaan: ./);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).locator('h2')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cards(page).first().locator('.card-title')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(results(page).locator('h2')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await expect(cards(page)).toHaveCount(0);
  });

  test('axe finds nothing in an answer, in danger, and in what is not known', async ({ page }) => {
    await open(page, '/nl/');
    for (const typed of ['schulden', 'hij heeft een mes', 'recept voor appeltaart']) {
      await field(page).fill(typed);
      await allOfIt(page);
      const { violations } = await new AxeBuilder({ page }).include('help-finder').setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${typed}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });

  test('an answer fits 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, '/nl/');
    await field(page).fill('een klant bedreigt me');
    await allOfIt(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe('T7 nothing tells what was typed', () => {
  /** Two hundred questions: the labels of the needs, and of the exam. */
  const questions = readFileSync(join(project, 'tests/fixtures/eval/nl.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q)
    .concat(Array.from({ length: 140 }, (_, index) => `vraag ${String(index)} over ${index % 2 ? 'geld' : 'angst'}`))
    .slice(0, 200);

  /** Everything that goes over the network: first how much after loading, then method, address and bytes of each. */
  async function traceOf(page: Page, some: readonly string[], leaks = false): Promise<string[]> {
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await page.goto('/nl/');
    await field(page).fill('schulden');
    await expect(cards(page).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const loaded = asked.length;
    for (const typed of some) {
      await field(page).fill(typed);
      // All of the answer has to be there, also what comes a moment later and what is folded away.
      await allOfIt(page);
      const more = page.locator('main .finder-more > summary');
      if ((await more.count()) > 0) await more.click();
      if (leaks)
        await page.evaluate(
          (text) => fetch(`/nl/?q=${encodeURIComponent(text)}`).then((answer) => answer.text()),
          typed,
        );
    }
    const sized = await Promise.all(
      asked.map(async (request) => {
        const body = await (await request.response())?.body();
        return `${request.method()} ${request.url()} ${String(body?.length ?? 0)}`;
      }),
    );
    return [`${String(asked.length - loaded)} after loading`, ...sized];
  }

  test('one trace for two hundred questions, none of it after loading, nothing kept', async ({ page, context }) => {
    test.setTimeout(120_000);
    expect(new Set(questions).size).toBe(200);
    const trace = await traceOf(page, questions);
    const { title, steps } = await page.evaluate(() => ({ title: document.title, steps: history.length }));
    expect(trace[0]).toBe('0 after loading');
    expect(page.url()).toMatch(/\/nl\/$/);
    expect(title).toBe('Begin · Naast je');
    expect(steps).toBe(2);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await context.cookies()).toEqual([]);
    const other = await context.newPage();
    const second = await traceOf(other, questions.slice(0, 3));
    expect(second).toEqual(trace);
    const traces = new Set([trace, second].map((one) => one.join()));
    recordFigure(
      'T07 questions typed into the finder: how many / different traces on the network / requests',
      `${String(questions.length)} / ${String(traces.size)} / ${trace[0] ?? ''}`,
    );
  });

  test('a finder that asked the server would be seen', async ({ page }) => {
    const trace = await traceOf(page, questions.slice(0, 2), true);
    expect(trace[0]).toBe('2 after loading');
  });

  test('T6 the field helps no one to remember: no name, no form, no help of the browser', async ({ page }) => {
    await open(page, '/nl/');
    const input = field(page);
    for (const [name, value] of [
      ['autocomplete', 'off'],
      ['spellcheck', 'false'],
      ['autocapitalize', 'off'],
    ] as const)
      await expect(input).toHaveAttribute(name, value);
    expect(await input.evaluate((node: HTMLInputElement) => [node.name, node.form])).toEqual(['', null]);
  });

  test('T5 who comes back finds an empty field', async ({ page }) => {
    await open(page, '/nl/');
    await field(page).fill('een klant bedreigt me');
    await page.getByLabel('Als professional').check();
    await page.goto('/nl/about/');
    await goBack(page);
    await expect(field(page)).toHaveValue('');
    await expect(page.getByLabel('Voor mij')).toBeChecked();
  });
});

test.describe('T22 when something is broken, the list and the numbers are there within three seconds', () => {
  const faults: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'the model is missing': (page) => page.route('**/words/*', (route) => route.fulfill({ status: 404 })),
    'the model is cut off': (page) =>
      page.route('**/words/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 20_000) });
      }),
    'the model is garbage': (page) =>
      page.route('**/words/*', (route) => route.fulfill({ status: 200, body: 'x'.repeat(50_000) })),
    'the model is empty': (page) => page.route('**/words/*', (route) => route.fulfill({ status: 200, body: '' })),
    'the model has one wrong byte': (page) =>
      page.route('**/words/*', async (route) => {
        const response = await route.fetch();
        const body = Buffer.from(await response.body());
        body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
        await route.fulfill({ response, body });
      }),
    'the model is of another build': (page) =>
      page.route('**/words/nl.bin', async (route) => {
        const response = await route.fetch({ url: new URL('/words/en.bin', route.request().url()).href });
        await route.fulfill({ response });
      }),
    'the model never comes': (page) => page.route('**/words/*', () => undefined),
    'the page with the questions is missing': (page) =>
      page.route('**/nl/ask/', (route) => route.fulfill({ status: 404, body: '' })),
    'the page with the questions never comes': (page) => page.route('**/nl/ask/', () => undefined),
    'the page with the questions is of another build': (page) =>
      page.route('**/nl/ask/', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/data-finder-cards="[^"]+"/, 'data-finder-cards="old"');
        await route.fulfill({ response, body });
      }),
  };
  for (const [what, plant] of Object.entries(faults)) {
    test(what, async ({ page }) => {
      await plant(page);
      await page.goto('/nl/', { waitUntil: 'commit' });
      await field(page).fill('recept voor appeltaart');
      await expect(results(page)).toContainText('Zoeken werkt nu niet', { timeout: 4500 });
      // Who tries again is told again.
      await field(page).fill('schulden');
      await page.keyboard.press('Escape');
      await field(page).fill('angst');
      await expect(results(page)).toContainText('Zoeken werkt nu niet');
      await expect(results(page)).not.toContainText('Dit kennen wij niet');
      await expect(results(page).getByRole('link')).toHaveAttribute('href', '/nl/ask/');
      await page.locator('.help-now summary').click();
      await expect(page.locator('.help-now a[href="tel:112"]')).toBeVisible();
      await expect(page.locator('main .door').first()).toBeVisible();
    });
  }

  test('the script is missing: no empty field, and the list as always', async ({ page }) => {
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('/nl/ask/');
    await expect(page.locator('main input')).toHaveCount(0);
    await expect(page.locator('main details.need').first()).toBeVisible();
  });

  test('a slow line: told after three seconds, and it answers when all has come', async ({ page }) => {
    await page.route('**/words/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4500));
      await route.continue();
    });
    await page.goto('/nl/', { waitUntil: 'commit' });
    await field(page).fill('schulden');
    await expect(results(page)).toContainText('Zoeken werkt nu niet', { timeout: 4500 });
    await expect(cards(page).first()).toBeVisible({ timeout: 10_000 });
  });
});

test('T14 it starts no markup from strings, and needs no program of WebAssembly', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await open(page, '/nl/');
  await field(page).fill('<img src=x onerror=alert(1)> {{7*7}} schulden');
  await expect(cards(page).first()).toBeVisible();
  expect(await page.locator('main .finder-results img').count()).toBe(0);
  expect(refused).toEqual([]);
});
