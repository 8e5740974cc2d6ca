import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type BrowserContextOptions, type Page, type Route } from '@playwright/test';
import { site } from '../../src/site.ts';
import { faults, plantedFaults, type PlantedFault } from '../../src/testing/faults-list.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { builtFiles } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';
import { startRawServer, type RawAnswer } from '../fixtures/raw-server.ts';

// All in one worker, in order: the last test counts what the others saw.
test.describe.configure({ mode: 'default' });

const words = JSON.parse(readFileSync(join(project, 'content/interface/nl.json'), 'utf8')) as {
  search: Record<'broken' | 'none', string>;
  finder: Record<'broken' | 'unknown', string>;
};
/** Something has to be seen, and nobody measures how fast: the machine may be slow. */
const patient = { timeout: 20_000 };

const finderPage = '/nl/ask/';
const searchPage = '/nl/search/';
const scripts = /\/assets\/.*\.js$/;
const model = /\/words\/nl\.bin$/;
const index = /index\/nl_.*pf_index$/;
const meta = /nl_.*pf_meta$/;
const entry = /pagefind-entry\.json/;
const program = /wasm\.nl\.pagefind$/;
const table = /lists\/nl\.json$/;

const notFound = (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' });
const hang = (): undefined => undefined;
const garbage = (route: Route) => route.fulfill({ body: Buffer.from('a'.repeat(5000)) });
const fileLike = (pattern: RegExp): Buffer =>
  readFileSync(join(project, 'dist', builtFiles().find((file) => pattern.test(file)) ?? 'none'));
/** The same answer with other bytes. */
const changed = (change: (body: Buffer) => Buffer) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};
const half = changed((body) => body.subarray(0, body.length >> 1));

/** What the exit leads to, so that no other site is asked. */
async function catchExit(page: Page): Promise<void> {
  await page.route(`${site.leaveTo}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
  );
}

/** The numbers of the help panel can be seen. Opens it as a person would. */
async function numbersAreThere(page: Page, wait = patient): Promise<void> {
  await page.locator('.help-now > summary').click(wait);
  for (const number of ['112', '08002000', '08000188', '08000113'])
    await expect(page.locator(`.help-now a[href="tel:${number}"]`)).toBeVisible(wait);
  await page.locator('.help-now > summary').click(wait);
}

async function exitWorks(page: Page, wait = patient): Promise<void> {
  await page.locator('a.leave').click(wait);
  await expect(page).toHaveTitle('Elsewhere', wait);
}

/** To survive is this: the essential numbers can be seen, and leaving works. */
async function survives(page: Page, wait = patient): Promise<void> {
  await numbersAreThere(page, wait);
  await exitWorks(page, wait);
}

interface Plant {
  /** Where it is tried; the first page unless said. */
  readonly at?: string;
  readonly context?: BrowserContextOptions;
  /** Breaks something before the page opens. */
  readonly plant?: (page: Page) => Promise<unknown>;
  /** Opens the page and looks; else it is opened, looked at by `sees` and has to survive. */
  readonly whole?: (page: Page) => Promise<void>;
  /** What else must be true before leaving. */
  readonly sees?: (page: Page) => Promise<void>;
}

/** The search says that it does not work, shows numbers and the list of all pages, and never that nothing is found. */
async function searchSaysBroken(page: Page): Promise<void> {
  await expect(page.locator('.page-search [role=status]')).toHaveText(words.search.broken, patient);
  await expect(page.locator('#numbers a[href="tel:112"]')).toBeVisible();
  await expect(page.locator('.title-list a').first()).toBeVisible();
  expect(await said(page)).not.toContain(words.search.none);
}

/** The finder says that it does not work, and shows the list; never that it does not know. */
async function finderSaysBroken(page: Page): Promise<void> {
  await page.locator('.help-finder input').first().fill('recept voor appeltaart', patient);
  await expect(page.locator('.finder-results')).toContainText(words.finder.broken, patient);
  await expect(page.locator('main details.need').first()).toBeVisible();
  expect(await said(page)).not.toContain(words.finder.unknown);
}

/** Keeps everything that the page ever says to someone. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const all: string[] = [];
    Object.assign(globalThis, { all });
    new MutationObserver(() => {
      all.push(document.querySelector('.page-search, .help-finder')?.textContent ?? '');
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { all: string[] }).all.join('\n'));

const finderFault = (answer: (route: Route) => unknown): Plant => ({
  at: finderPage,
  plant: async (page) => {
    await listen(page);
    await page.route(model, async (route) => {
      await answer(route);
    });
  },
  sees: finderSaysBroken,
});

const searchFault = (file: RegExp, answer: (route: Route) => unknown): Plant => ({
  at: searchPage,
  plant: async (page) => {
    await listen(page);
    await page.route(file, async (route) => {
      await answer(route);
    });
  },
  sees: searchSaysBroken,
});

/** The list of all needs can be read and opened, and there is no field that does nothing. */
const listInsteadOfFinder = async (page: Page): Promise<void> => {
  await expect(page.locator('main details.need').first()).toBeVisible(patient);
  await expect(page.locator('.help-finder input')).toHaveCount(0);
};

const scriptFault = (answer: (route: Route) => unknown): Plant => ({
  at: finderPage,
  plant: (page) =>
    page.route(scripts, async (route) => {
      await answer(route);
    }),
  sees: listInsteadOfFinder,
});

/** A page as a server of another kind sends it. */
const served = (answer: RawAnswer, breaks = false): Plant => ({
  whole: async (page) => {
    const server = await startRawServer(answer);
    try {
      await page.goto(`${server.origin}/nl/`, { waitUntil: 'commit' });
      if (breaks) {
        // Not before the half has been read: of a line that breaks sooner, a browser throws away what waits.
        await expect(page.locator('.help-now')).toBeAttached(patient);
        await expect(page.locator('h1')).toBeAttached(patient);
        server.breakOff();
      }
      await survives(page);
    } finally {
      server.stop();
    }
  },
});
const plainHead = (type: string, length: number): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${String(length)}\r\nConnection: close\r\n\r\n`;

const without = (...names: readonly string[]) => {
  return (page: Page) =>
    page.addInitScript((all) => {
      for (const name of all) {
        const path = name.split('.');
        const last = path.pop() ?? '';
        const owner = path.reduce<unknown>((from, one) => (from as Record<string, unknown>)[one], globalThis);
        Reflect.deleteProperty(owner as object, last);
      }
    }, names);
};

const at = (day: string): Plant => ({
  at: finderPage,
  plant: (page) => page.clock.setFixedTime(new Date(day)),
  sees: finderAnswers,
});

async function finderAnswers(page: Page): Promise<void> {
  await page.locator('.help-finder input').first().fill('schulden', patient);
  await expect(page.locator('main .finder-cards > li').first()).toBeVisible(patient);
}

async function searchAnswers(page: Page): Promise<void> {
  await page.locator('.page-search input').fill('testen', patient);
  await expect(page.locator('.page-search .page-list a').first()).toBeVisible(patient);
}

const plants: Readonly<Record<PlantedFault, Plant>> = {
  'no script may run': { at: finderPage, context: { javaScriptEnabled: false }, sees: listInsteadOfFinder },
  'a careful browser: no script, font or picture': {
    at: finderPage,
    context: { javaScriptEnabled: false },
    plant: (page) => page.route(/\.(?:woff2|png|svg|js)$/, (route) => route.abort()),
    sees: listInsteadOfFinder,
  },
  'the script is not there': scriptFault(notFound),
  'the script is half': scriptFault(half),
  'the script is no script': scriptFault((route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'const = { ;' }),
  ),
  'the script comes as a text': scriptFault((route) =>
    route.fulfill({ contentType: 'text/plain', body: fileLike(/HelpFinder.*\.js$/) }),
  ),
  'the script is another than its checksum says': scriptFault(
    changed((body) => Buffer.concat([body, Buffer.from('\n;document.title="changed"')])),
  ),
  'the style sheet is not there': { plant: (page) => page.route(/\.css$/, notFound) },
  'the fonts are not there': { plant: (page) => page.route(/\.woff2$/, notFound) },
  'the pictures are not there': {
    at: '/nl/professionals/link/',
    plant: (page) => page.route(/\.(?:png|svg|webp|avif|jpe?g)$/, notFound),
  },
  'the headers forbid WebAssembly': {
    at: searchPage,
    plant: async (page) => {
      await listen(page);
      await page.route(new RegExp(`${searchPage}$`), async (route) => {
        const response = await route.fetch();
        const policy = response.headers()['content-security-policy'] ?? '';
        await route.fulfill({
          response,
          headers: { ...response.headers(), 'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", '') },
        });
      });
    },
    sees: searchSaysBroken,
  },
  'there is no WebAssembly': {
    at: searchPage,
    plant: async (page) => {
      await listen(page);
      await without('WebAssembly')(page);
    },
    sees: searchSaysBroken,
  },
  'there are no workers': { at: searchPage, plant: without('Worker', 'SharedWorker'), sees: searchAnswers },
  'no markup may be made of strings': {
    at: searchPage,
    plant: (page) =>
      page.addInitScript(() => {
        addEventListener('securitypolicyviolation', () => {
          document.documentElement.dataset['broken'] = '';
        });
      }),
    sees: async (page) => {
      await searchAnswers(page);
      await expect(page.locator('html[data-broken]')).toHaveCount(0);
    },
  },
  'the index of the finder is not there': finderFault(notFound),
  'the index of the finder is half': finderFault(half),
  'the index of the finder is garbage': finderFault(garbage),
  'the index of the finder never comes': finderFault(hang),
  'the index of the finder is of an older build': {
    at: finderPage,
    plant: async (page) => {
      await listen(page);
      // The page is newer than its index: it asks for another edition.
      await page.route(new RegExp(`${finderPage}$`), async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const newer = html.replace(/(&quot;edition&quot;:&quot;)[^&]+/, '$1newer');
        expect(newer).not.toBe(html);
        await route.fulfill({ response, body: newer });
      });
    },
    sees: finderSaysBroken,
  },
  'the index of the search is not there': searchFault(index, notFound),
  'the index of the search is half': searchFault(index, half),
  'the index of the search is garbage': searchFault(index, garbage),
  'the index of the search never comes': searchFault(index, hang),
  'the index of the search is of an older build': searchFault(index, (route) =>
    route.fulfill({ body: fileLike(/index\/en_.*pf_index$/) }),
  ),
  'the table of results is not there': searchFault(table, notFound),
  'the table of results is half': searchFault(table, half),
  'the list of pages of the search is not there': searchFault(meta, notFound),
  'the list of pages of the search is garbage': searchFault(meta, garbage),
  'the entry of the search is not there': searchFault(entry, notFound),
  'the entry of the search is garbage': searchFault(entry, garbage),
  'the program of the search is not there': searchFault(program, notFound),
  'the program of the search never comes': searchFault(program, hang),
  'storage is blocked': {
    at: finderPage,
    plant: (page) =>
      page.addInitScript(() => {
        for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches'])
          Object.defineProperty(globalThis, name, {
            get: () => {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
      }),
    sees: finderAnswers,
  },
  'the browser cannot split words': { at: searchPage, plant: without('Intl.Segmenter'), sees: searchAnswers },
  'the line is gone before the page': {
    whole: async (page) => {
      await page.context().setOffline(true);
      await expect(page.goto('/nl/')).rejects.toThrow();
      await page.context().setOffline(false);
      await page.goto('/nl/');
      await survives(page);
    },
  },
  'the line breaks halfway through the page': served({ head: plainHead, sends: 'half' }, true),
  'the line hangs halfway through the page': served({ head: plainHead, sends: 'half' }),
  'the line is gone after the page': {
    whole: async (page) => {
      await page.goto(finderPage);
      await finderAnswers(page);
      await page.context().setOffline(true);
      await page.locator('.help-finder input').first().fill('hij heeft een mes');
      await expect(page.locator('.finder-danger')).toContainText('112');
      await numbersAreThere(page);
      // Nothing can come in its place, but nothing of the site may stay.
      await page.unrouteAll();
      await page.locator('a.leave').click();
      await expect(page.locator('.help-now, #main')).toHaveCount(0, patient);
    },
  },
  'the line is very slow': {
    whole: async (page) => {
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 2000,
        downloadThroughput: 50_000,
        uploadThroughput: 50_000,
      });
      await page.goto('/nl/', { waitUntil: 'commit' });
      await survives(page);
    },
  },
  'nothing but the page ever comes': {
    plant: (page) =>
      page.route(/localhost/, (route) =>
        /document|stylesheet/.test(route.request().resourceType()) ? route.continue() : undefined,
      ),
    whole: async (page) => {
      await page.goto(finderPage, { waitUntil: 'commit' });
      await listInsteadOfFinder(page);
      await survives(page);
    },
  },
  'the style sheet never comes': {
    plant: (page) => page.route(/\.css$/, hang),
    whole: async (page) => {
      await page.goto('/nl/', { waitUntil: 'commit' });
      await survives(page);
    },
  },
  'an old proxy stands between': served({
    head: (type, length) => `HTTP/1.0 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${String(length)}\r\n\r\n`,
  }),
  'the server sends no headers': served({ head: () => 'HTTP/1.0 200 OK\r\n\r\n' }),
  'the clock is 27 years behind': at('1999-12-31T23:59:00Z'),
  'the clock is 24 years ahead': at('2050-02-28T12:00:00Z'),
  'the screen is 320 px wide': {
    context: { viewport: { width: 320, height: 480 } },
    sees: async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  },
  'the page is on paper': {
    whole: async (page) => {
      await page.goto('/nl/choice/is-this-you/');
      await page.emulateMedia({ media: 'print' });
      for (const number of ['112', '08002000'])
        await expect(page.locator(`main a[href="tel:${number}"]`).first()).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      await survives(page);
    },
  },
  'the browser is old': {
    at: finderPage,
    plant: without(
      'customElements',
      'Intl.Segmenter',
      'structuredClone',
      'AbortController',
      'IntersectionObserver',
      'Element.prototype.replaceChildren',
      'Array.prototype.at',
      'Array.prototype.flatMap',
      'Object.fromEntries',
      'String.prototype.replaceAll',
    ),
    sees: listInsteadOfFinder,
  },
  'one leaves with a double click': {
    whole: async (page) => {
      await page.goto('/nl/work/');
      await page.locator('a.leave').dblclick();
      await expect(page).toHaveTitle('Elsewhere', patient);
      // One step took the place of the page; there is none of the site to go back to.
      await page.goBack({ waitUntil: 'commit' }).catch(() => null);
      await expect(page).not.toHaveTitle(/Naast je/);
    },
  },
  'one leaves while going to another page': {
    whole: async (page) => {
      await page.goto('/nl/');
      await numbersAreThere(page);
      await page.route(/\/nl\/work\/$/, hang);
      // Both from within: a click by the test would wait for the page that never comes.
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('main a[href="/nl/work/"]')?.click();
        setTimeout(() => document.querySelector<HTMLElement>('a.leave')?.click(), 300);
      });
      await expect(page).toHaveTitle('Elsewhere', patient);
    },
  },
  'one leaves while the search loads': {
    whole: async (page) => {
      await page.route(index, hang);
      await page.route(model, hang);
      for (const address of [searchPage, finderPage]) {
        await page.goto(address, { waitUntil: 'commit' });
        await survives(page);
      }
    },
  },
  'the site is open in two tabs': {
    whole: async (page) => {
      const other = await page.context().newPage();
      await catchExit(other);
      await page.goto('/nl/work/');
      await other.goto(finderPage);
      await survives(page);
      await finderAnswers(other);
      await other.reload();
      await survives(other);
    },
  },
  'the browser restores the page': {
    whole: async (page) => {
      await page.goto(finderPage);
      await finderAnswers(page);
      await page.reload();
      await expect(page.locator('.help-finder input').first()).toHaveValue('', patient);
      await survives(page);
      // Restored after leaving, the page covers itself and leaves again.
      await page.goBack({ waitUntil: 'commit' }).catch(() => null);
      await expect(page).not.toHaveTitle(/Naast je/, patient);
    },
  },
};

const survived = new Set<string>();

test.describe('T22 T2 what is broken is survived: the numbers are there, and leaving works', () => {
  for (const name of plantedFaults) {
    test(name, async ({ browser, baseURL, viewport }) => {
      const { at: address = '/nl/', context: options, plant, whole, sees } = plants[name];
      const context = await browser.newContext({ baseURL: baseURL ?? '', viewport, ...options });
      const page = await context.newPage();
      await catchExit(page);
      await plant?.(page);
      if (whole) await whole(page);
      else {
        await page.goto(address, { waitUntil: 'commit' });
        await sees?.(page);
        await survives(page);
      }
      survived.add(name);
      // What the page still asks for is nobody's fault.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    });
  }

  test('every one of the list was tried', () => {
    expect([...survived]).toEqual(plantedFaults);
    const others = faults.filter(({ elsewhere }) => elsewhere).length;
    recordFigure(
      'T22 faults of a browser, a line or a server: survived / tried (and tried in other tests)',
      `${String(survived.size)} / ${String(plantedFaults.length)} (${String(others)})`,
    );
  });

  for (const [what, from, to] of [
    ['without a number', 'tel:112', 'tel:113'],
    ['without a way out', /<a class="leave".*?<\/a>/, ''],
    ['that covers itself', '</head>', '<style>body{visibility:hidden}</style></head>'],
  ] as const) {
    test(`a page ${what} is seen not to survive`, async ({ page }) => {
      await catchExit(page);
      await page.route(/\/nl\/$/, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(from, to);
        await route.fulfill({ contentType: 'text/html', body });
      });
      await page.goto('/nl/');
      await expect(survives(page, { timeout: 1500 })).rejects.toThrow();
    });
  }
});
