import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { site } from '../../src/site.ts';
import { pageKinds } from '../../src/testing/page-kinds.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { builtPages } from '../fixtures/built-site.ts';

// All in one worker: pages come one after another in one tab, and figures are of all of them.
test.describe.configure({ mode: 'default' });

const built = new Map(builtPages().map((page) => [page.address, page]));
/** One page of each kind in Dutch, and the same in another language where it is there. */
const kinds = [...new Set(Object.values(pageKinds))].filter((address) => address === '/' || address.startsWith('/nl/'));
const inTwoLanguages = kinds.flatMap((address) => {
  const other = address.replace(/^\/nl\//, '/ro/');
  return other !== address && built.has(other) ? [address, other] : [address];
});

test.describe('T7 no choice goes over the network', () => {
  const addresses = [
    '/nl/professionals/route/',
    '/nl/professionals/directory/',
    '/nl/professionals/map/',
    '/nl/professionals/map/for/pressure/',
    '/nl/about/together/',
    '/nl/ask/',
    '/nl/search/',
  ];

  /** Takes every choice, opens every fold and presses every button of a page; gives how many that were. */
  const takeAll = (page: Page) =>
    page.evaluate(async () => {
      const main = document.querySelector('main');
      const rest = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      let taken = 0;
      for (const details of main?.querySelectorAll('details') ?? []) details.open = true;
      for (const select of main?.querySelectorAll('select') ?? []) {
        for (const option of select.options) {
          select.value = option.value;
          for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
          taken += 1;
        }
        await rest();
      }
      for (const input of main?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []) {
        input.click();
        taken += 1;
      }
      // Printing would stop the browser.
      globalThis.print = () => undefined;
      for (const button of main?.querySelectorAll('button') ?? []) {
        button.click();
        taken += 1;
        await rest();
      }
      return taken;
    });

  for (const address of addresses) {
    test(`of ${address}`, async ({ page, context }) => {
      await page.goto(address);
      await expect(page.locator('main :is(select, input, button)').first()).toBeAttached({ timeout: 20_000 });
      await page.waitForLoadState('networkidle');
      const before = { url: page.url(), title: await page.title(), steps: await page.evaluate(() => history.length) };
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      expect(await takeAll(page)).toBeGreaterThan(5);
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
      expect({
        url: page.url(),
        title: await page.title(),
        steps: await page.evaluate(() => history.length),
      }).toEqual(before);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      expect(await context.cookies()).toEqual([]);
    });
  }

  test('a choice that did would be seen', async ({ page }) => {
    await page.goto('/nl/professionals/directory/');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(() => {
      addEventListener('change', (event) => void fetch(`/?${(event.target as HTMLSelectElement).value}`));
    });
    await takeAll(page);
    expect(asked.length).toBeGreaterThan(5);
  });
});

test.describe('T6 no field helps anyone to remember', () => {
  for (const address of ['/nl/', '/nl/ask/', '/nl/search/', '/nl/professionals/directory/', '/nl/professionals/map/']) {
    test(`on ${address}`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator('main :is(select, input)').first()).toBeAttached({ timeout: 20_000 });
      const fields = await page.locator('input, select, textarea, [contenteditable]').evaluateAll((nodes) =>
        nodes.map((node) => {
          const { name, form } = node as HTMLInputElement;
          const isTyped = node.matches('input:not([type=radio]), textarea');
          const said = ['autocomplete', ...(isTyped ? ['spellcheck', 'autocapitalize'] : [])];
          return {
            name,
            hasForm: form !== null,
            type: isTyped ? node.getAttribute('type') : 'text',
            said: said.map((one) => node.getAttribute(one)).filter((value) => value !== 'off' && value !== 'false'),
          };
        }),
      );
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) expect(field).toEqual({ name: '', hasForm: false, type: 'text', said: [] });
    });
  }
});

/** Stops and keeps whatever is asked of any host but ours. */
async function blockOthers(context: BrowserContext, own: string): Promise<string[]> {
  const asked: string[] = [];
  await context.route(
    (url) => url.origin !== own,
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  return asked;
}

test.describe('T11 no page asks another host for anything', () => {
  test('one page of each kind, in two languages, read to its end', async ({ page, context, baseURL }) => {
    test.setTimeout(180_000);
    const own = new URL(baseURL ?? '').origin;
    const others = await blockOthers(context, own);
    let asked = 0;
    page.on('request', () => (asked += 1));
    for (const address of inTwoLanguages) {
      await page.goto(address);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        scrollTo(0, document.documentElement.scrollHeight);
        // Some browsers fetch in advance what one points at.
        for (const link of document.querySelectorAll('a'))
          for (const name of ['pointerover', 'mouseover', 'touchstart', 'focus'])
            link.dispatchEvent(new Event(name, { bubbles: true }));
        // What is asked for late is asked for by the time two frames are drawn.
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
      expect(others, address).toEqual([]);
    }
    await page.waitForLoadState('networkidle');
    expect(others).toEqual([]);
    expect(asked).toBeGreaterThan(inTwoLanguages.length * 2);
    recordFigure(
      'T11 requests of another host / of ours, one page of each kind in two languages',
      `${String(others.length)} / ${String(asked)} (${String(inTwoLanguages.length)} pages)`,
    );
  });

  test('a page that asked would be seen, though the headers refuse it', async ({ page, context, baseURL }) => {
    const others = await blockOthers(context, new URL(baseURL ?? '').origin);
    await page.route(/\/nl\/$/, async (route) => {
      const html = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'text/html',
        body: html.replace('</body>', '<img src="https://counter.example/x.png"></body>'),
      });
    });
    await page.goto('/nl/');
    await expect.poll(() => others).toEqual(['https://counter.example/x.png']);
  });
});

test.describe('T12 no other site hears where one came from', () => {
  const elsewhere = { contentType: 'text/html', body: '<title>Elsewhere</title>' };

  /** Answers for every other host, and keeps what it was told: address and Referer. */
  async function standIn(context: BrowserContext, own: string) {
    const told: { url: string; referer: string | undefined }[] = [];
    await context.route(
      (url) => url.origin !== own,
      async (route) => {
        told.push({ url: route.request().url(), referer: (await route.request().allHeaders())['referer'] });
        await route.fulfill(elsewhere);
      },
    );
    return told;
  }

  /** A few kinds of page, and as many of their links as lead to different places. */
  const addresses = [
    '/nl/who/ggd/',
    '/nl/who/',
    '/nl/work/check/',
    '/nl/choice/is-this-you/',
    '/nl/professionals/directory/',
    '/nl/professionals/route/',
    '/nl/professionals/link/',
    '/nl/about/safely/',
    '/ar/who/ggd/',
    '/nl/copy.html',
    '/nl/404.html',
  ];
  const most = 4;

  /** Links of a page to other hosts, each once; "leave" is the first. */
  const outbound = (page: Page) =>
    page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')]
          .filter(({ origin }) => origin !== location.origin)
          .map(({ href }) => href),
      ),
    ]);

  /** Follows a link as a click does, wherever it stands. */
  async function follow(page: Page, address: string, href: string): Promise<void> {
    await page.goto(address);
    await page.evaluate((wanted) => {
      const link = [...document.querySelectorAll('a')].find((one) => one.href === wanted);
      link?.click();
    }, href);
    await expect(page).toHaveTitle('Elsewhere');
  }

  test('by any link', async ({ page, context, baseURL }) => {
    test.setTimeout(240_000);
    const told = await standIn(context, new URL(baseURL ?? '').origin);
    for (const address of addresses) {
      await page.goto(address);
      const links = (await outbound(page)).slice(0, most);
      expect(links[0], address).toBe(site.leaveTo);
      for (const href of links) await follow(page, address, href);
    }
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(({ referer }) => referer !== undefined)).toEqual([]);
    recordFigure(
      'T12 links followed to other sites / with a Referer',
      `${String(told.length)} / ${String(told.filter(({ referer }) => referer !== undefined).length)}`,
    );
  });

  test('nor by a script, a print, a redirect or another tab', async ({ page, context, baseURL }) => {
    const told = await standIn(context, new URL(baseURL ?? '').origin);
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      'a script': () =>
        page.evaluate(() => {
          location.href = 'https://other.example/script';
        }),
      'a script that replaces': () =>
        page.evaluate(() => {
          location.replace('https://other.example/replace');
        }),
      'on paper': async () => {
        await page.emulateMedia({ media: 'print' });
        await page.evaluate(() => document.querySelector<HTMLElement>('main a[href^="https:"]')?.click());
      },
      'a link without rel': () =>
        page.evaluate(() => {
          const link = document.querySelector<HTMLAnchorElement>('main a[href^="https:"]');
          link?.removeAttribute('rel');
          link?.click();
        }),
      'a redirect': async () => {
        await page.route('**/nl/who/gone/', (route) =>
          route.fulfill({ status: 302, headers: { Location: 'https://other.example/redirect' } }),
        );
        await page.evaluate(() => {
          location.href = '/nl/who/gone/';
        });
      },
    };
    for (const [what, go] of Object.entries(ways)) {
      await page.emulateMedia({ media: null });
      await page.goto('/nl/who/ggd/');
      const before = told.length;
      await go();
      await expect.poll(() => told.length, what).toBeGreaterThan(before);
      await expect(page).toHaveTitle('Elsewhere');
    }
    await page.goto('/nl/who/ggd/');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => void open('https://other.example/tab')),
    ]);
    await expect(tab).toHaveTitle('Elsewhere');
    expect(told.filter(({ referer }) => referer !== undefined)).toEqual([]);
  });

  test('a form leads nowhere at all', async ({ page, context, baseURL }) => {
    const told = await standIn(context, new URL(baseURL ?? '').origin);
    await page.goto('/nl/who/ggd/');
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => {
            resolve(event.effectiveDirective);
          });
          const form = document.createElement('form');
          form.action = 'https://other.example/form';
          document.body.append(form);
          form.submit();
        }),
    );
    expect(await refused).toBe('form-action');
    expect(told).toEqual([]);
  });

  test('a page without its guards would tell', async ({ page, context, baseURL }) => {
    const told = await standIn(context, new URL(baseURL ?? '').origin);
    await page.route(/\/nl\/who\/ggd\/$/, async (route) => {
      const html = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'text/html',
        body: html
          .replace('<meta name="referrer" content="no-referrer">', '<meta name="referrer" content="unsafe-url">')
          .replaceAll(' rel="noopener noreferrer"', ''),
      });
    });
    await page.goto('/nl/who/ggd/');
    await page.evaluate(() => document.querySelector<HTMLElement>('main a[href^="https:"]')?.click());
    await expect(page).toHaveTitle('Elsewhere');
    expect(told.at(-1)?.referer).toContain('/nl/who/ggd/');
  });
});

/** Opens one of our pages from another site, which holds on to it as `held`. Gives our page. */
async function openFromElsewhere(page: Page, address: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate((to) => {
      Object.assign(globalThis, { held: open(to) });
    }, address),
  ]);
  await expect(opened.locator('h1')).toBeVisible();
  return opened;
}

test.describe('T13 no other site can show ours in a frame, or hold on to it', () => {
  const other = 'http://other.localhost/';

  // What a page still asks for when its test ends is nobody's fault.
  test.afterEach(async ({ context }) => {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  });

  /** A page of another site with this in it. */
  const otherSite = (page: Page, body: string) =>
    page.context().route(`${other}**`, (route) => route.fulfill({ contentType: 'text/html', body }));

  /**
   * Hands on what our server sends, with all its headers or none. A browser may keep a page of another site
   * from asking this machine for anything at all; then nothing would be said about our headers.
   */
  const handOn = (page: Page, hasHeaders: boolean) =>
    page.context().route(/localhost:\d+\//, async (route) => {
      const response = await route.fetch();
      const type = response.headers()['content-type'] ?? '';
      await (hasHeaders
        ? route.fulfill({ response })
        : route.fulfill({ contentType: type, body: await response.body() }));
    });

  for (const address of ['/nl/', '/nl/search/', '/nl/copy.html', '/nl/404.html', '/nl/nowhere/', '/sitemap.xml'])
    test(`${address} stays empty in a frame`, async ({ page, baseURL }) => {
      await otherSite(page, `<iframe src="${baseURL ?? ''}${address}"></iframe>`);
      await handOn(page, true);
      await page.goto(other);
      await expect.poll(() => page.frames().length).toBe(2);
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
      expect(await page.frameLocator('iframe').locator('.leave, .brand, .help-now, header').count()).toBe(0);
    });

  test('a page without its headers would show', async ({ page, baseURL }) => {
    await otherSite(page, `<iframe src="${baseURL ?? ''}/nl/"></iframe>`);
    await handOn(page, false);
    await page.goto(other);
    await expect(page.frameLocator('iframe').locator('a.leave')).toBeVisible();
  });

  test('who opened it has no hold on it, and it none on them', async ({ page, baseURL }) => {
    await otherSite(page, '<button>open</button>');
    await page.goto(other);
    const opened = await openFromElsewhere(page, `${baseURL ?? ''}/nl/work/`);
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
    expect(await page.evaluate(() => (globalThis as unknown as { held: Window }).held.closed)).toBe(true);
    expect(await opened.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('a page without its headers would be held', async ({ page, baseURL }) => {
    await otherSite(page, '<button>open</button>');
    await handOn(page, false);
    await page.goto(other);
    const opened = await openFromElsewhere(page, `${baseURL ?? ''}/nl/work/`);
    expect(await opened.evaluate(() => window.opener === null)).toBe(false);
  });
});
