import { expect, test, type Page } from '@playwright/test';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { payloads } from '../fixtures/payloads.ts';

/** What a page did that nobody asked for; all of it has to stay empty. */
interface Seen {
  /** Calls of the function that every payload calls. */
  readonly runs: readonly string[];
  /** What the headers refused. */
  readonly refused: readonly string[];
  /** Elements that came into the page and could run, load or lead away. */
  readonly elements: readonly string[];
}

/**
 * Watches a page from its first moment: whether a payload runs, whether the policy refuses anything,
 * and whether an element comes in that could run something. Dialogs and requests are seen from outside.
 */
async function watch(page: Page): Promise<{ outside: string[]; seen: () => Promise<Seen> }> {
  const outside: string[] = [];
  page.on('dialog', (dialog) => {
    outside.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => outside.push(`error ${error.message}`));
  page.on('request', (request) => {
    const { host, pathname } = new URL(request.url());
    // What a payload would fetch: from elsewhere, or something called x or 1.
    if (!host.startsWith('localhost') || /\/(?:x|1)$/.test(pathname)) outside.push(`request ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') outside.push(`console ${message.text()}`);
  });
  await page.addInitScript(() => {
    const runs: string[] = [];
    const refused: string[] = [];
    const elements: string[] = [];
    Object.assign(globalThis, { watched: { runs, refused, elements }, ran: () => runs.push(document.URL) });
    addEventListener('securitypolicyviolation', (event) => refused.push(`${event.effectiveDirective} ${event.sample}`));
    const judge = (node: Node): void => {
      if (!(node instanceof Element)) return;
      for (const one of [node, ...node.querySelectorAll('*')]) {
        const mayRun = one.matches('script, iframe, object, embed, base, form, style, meta, link, portal');
        const handler = one.getAttributeNames().find((name) => name.startsWith('on'));
        const leads = /^\s*(?:javascript|data|vbscript):/i.test(one.getAttribute('href') ?? '');
        if (mayRun || handler !== undefined || leads) elements.push(one.outerHTML.slice(0, 80));
      }
    };
    // What the parser brings is the page itself; what comes later came from a script.
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        for (const { addedNodes } of records) addedNodes.forEach(judge);
      }).observe(document, { childList: true, subtree: true });
    });
    // Rests in typing are shortened, so that every text is really looked up.
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((act: () => void, pause = 0) => later(act, pause < 1000 ? 0 : pause)) as typeof setTimeout;
  });
  return {
    outside,
    seen: () => page.evaluate(() => (globalThis as unknown as { watched: Seen }).watched),
  };
}

// All in one worker: the last test tells how often the others tried.
test.describe.configure({ mode: 'default' });
let tried = 0;

/** As in an address, also half a letter, which has no form there. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const nothing: Seen = { runs: [], refused: [], elements: [] };

/** Types every payload into a field, and waits for what the page makes of it. */
async function typeAll(page: Page, field: string, texts: readonly string[]): Promise<number> {
  return page.evaluate(
    async ({ selector, all }) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      if (!input) throw new Error(`No ${selector}`);
      let typed = 0;
      for (const text of all) {
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        // The finder shows a part of what it found a moment later.
        do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5)));
        while (document.querySelector('[data-waits]'));
        typed += 1;
      }
      return typed;
    },
    { selector: field, all: texts },
  );
}

/** Makes every payload the value of every choice of a page, as a forged page or a script of another could. */
async function chooseAll(page: Page, texts: readonly string[]): Promise<number> {
  return page.evaluate(async (all) => {
    const main = document.querySelector('main');
    const inputs = [...(main?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])].slice(0, 12);
    const selects = [...(main?.querySelectorAll('select') ?? [])];
    let chosen = 0;
    for (const text of all) {
      for (const select of selects) {
        const option = document.createElement('option');
        option.value = text;
        option.textContent = text;
        select.append(option);
        select.value = text;
        for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
        option.remove();
      }
      for (const input of inputs) {
        input.value = text;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
      chosen += selects.length + inputs.length > 0 ? 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return chosen;
  }, texts);
}

/** Nothing ran, nothing was asked, and neither title nor address tells what was typed. */
async function isUntouched(page: Page, before: { title: string; url: string }, seen: () => Promise<Seen>) {
  expect(await seen()).toEqual(nothing);
  expect({ title: await page.title(), url: page.url() }).toEqual(before);
  await expect(page.locator('a.leave')).toBeVisible();
}
const stateOf = async (page: Page) => ({ title: await page.title(), url: page.url() });

const fields = [
  {
    address: '/nl/',
    field: '.help-finder input[type=text]',
    ready: '.finder-cards > li',
    plain: 'schulden',
  },
  {
    address: '/nl/ask/',
    field: '.help-finder input[type=text]',
    ready: '.finder-cards > li',
    plain: 'schulden',
  },
  { address: '/ar/', field: '.help-finder input[type=text]', ready: '.finder-cards > li', plain: 'ديون' },
  { address: '/nl/search/', field: '.page-search input', ready: '.page-search .page-list a', plain: 'testen' },
  {
    address: '/nl/professionals/map/',
    field: '.map-tools input',
    ready: '.map-list [data-leaf]:not([data-off])',
    plain: 'training',
  },
] as const;

test.describe('T14 nothing that is typed, chosen or put in an address runs', () => {
  test('there are at least a hundred ways to try', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(100);
  });

  for (const { address, field, ready, plain } of fields) {
    test(`the field of ${address}`, async ({ page }) => {
      test.setTimeout(120_000);
      const { outside, seen } = await watch(page);
      await page.goto(address);
      await page.locator(field).first().fill(plain);
      await expect(page.locator(ready).first()).toBeVisible({ timeout: 20_000 });
      const before = await stateOf(page);
      const typed = await typeAll(page, field, payloads);
      expect(typed).toBe(payloads.length);
      await isUntouched(page, before, seen);
      // It still does what it is for.
      await page.locator(field).first().fill(plain);
      await expect(page.locator(ready).first()).toBeVisible({ timeout: 20_000 });
      expect(outside).toEqual([]);
      tried += typed;
    });
  }

  for (const address of [
    '/nl/',
    '/nl/search/',
    '/nl/professionals/directory/',
    '/nl/professionals/route/',
    '/nl/professionals/map/',
    '/nl/professionals/map/for/pressure/',
    '/nl/about/together/',
  ])
    test(`the choices of ${address}`, async ({ page }) => {
      const { outside, seen } = await watch(page);
      await page.goto(address);
      await expect(page.locator('main :is(select, input)').first()).toBeAttached({ timeout: 20_000 });
      const before = await stateOf(page);
      const chosen = await chooseAll(page, payloads);
      expect(chosen).toBe(payloads.length);
      await isUntouched(page, before, seen);
      // A choice that is on no list may end in an error, for nobody can make it; never in anything else.
      expect(outside.filter((what) => !what.startsWith('error '))).toEqual([]);
      tried += chosen;
    });

  for (const address of [
    '/nl/ask/',
    '/nl/search/',
    '/nl/professionals/directory/',
    '/nl/professionals/route/',
    '/nl/professionals/map/',
    '/',
  ])
    test(`the fragment and the query of ${address}`, async ({ page }) => {
      const { outside, seen } = await watch(page);
      await page.goto(address);
      const { title } = await stateOf(page);
      await page.evaluate(
        async (all) => {
          for (const text of all) {
            location.hash = text;
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
        },
        payloads.map((text) => text.slice(0, 2000)),
      );
      expect(await seen()).toEqual(nothing);
      // Many to a query: each as a value, as a name, and as the whole of it.
      const short = payloads.filter((text) => text.length < 300);
      for (let start = 0; start < short.length; start += 40) {
        const some = short.slice(start, start + 40).map(encoded);
        const query = some.map((text, index) => (index % 2 === 0 ? `q=${text}` : `${text}=x`)).join('&');
        await page.goto(`${address}?${query}#${some[0] ?? ''}`);
        expect(await seen(), query).toEqual(nothing);
        expect(await page.title()).toBe(title);
        const told = await page.locator('body').innerText();
        expect(told).not.toContain('ran()');
      }
      expect(outside).toEqual([]);
      tried += payloads.length + short.length;
    });

  test('an address that does not exist shows nothing of itself', async ({ page }) => {
    const { seen } = await watch(page);
    for (const text of payloads.filter((one) => one.length < 300).slice(0, 20)) {
      await page.goto(`/nl/${encoded(text)}`, { waitUntil: 'domcontentloaded' });
      expect(await page.locator('body').innerText()).not.toContain('ran()');
    }
    expect(await seen()).toEqual(nothing);
  });

  test('so often it was tried', () => {
    recordFigure(
      `T14 ${String(payloads.length)} payloads through fields, choices, fragments and queries: tried / run`,
      `${String(tried)} / 0`,
    );
    expect(tried).toBeGreaterThan(payloads.length * 20);
  });

  test('a page that made markup of what is typed would be seen', async ({ page }) => {
    const { seen } = await watch(page);
    // The same page without its headers, with the mistake in it.
    const mistake =
      '<script>addEventListener("input", ({ target }) => { document.querySelector("main").insertAdjacentHTML("beforeend", target.value); });</script>';
    await page.route(/\/nl\/ask\/$/, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace('</head>', `${mistake}</head>`);
      await route.fulfill({ contentType: 'text/html', body: html });
    });
    await page.goto('/nl/ask/');
    await page.locator('.help-finder input').first().fill('<img src=x onerror=ran()>');
    await expect.poll(async () => (await seen()).runs.length).toBe(1);
    expect((await seen()).elements.join()).toContain('onerror');
  });

  test('a page that did so with its headers would be refused, and the refusal seen', async ({ page }) => {
    const { seen } = await watch(page);
    await page.goto('/nl/ask/');
    await page.evaluate(() => {
      try {
        document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src=x onerror=ran()>');
      } catch {
        // Refused, as it should be.
      }
    });
    const { runs, refused } = await seen();
    expect(runs).toEqual([]);
    expect(refused.join()).toContain('require-trusted-types-for');
  });
});
