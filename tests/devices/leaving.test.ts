import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { site } from '../../src/site.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { devices, findDevice, goBack, isLeftOut, openDevice, pause, placeOf, watchFrames, type Watcher } from '../fixtures/devices.ts'; // prettier-ignore
import { elsewhere, startLocalWeb, type LocalWeb } from '../fixtures/local-web.ts';

const paths = ['/nl/', '/nl/work/', '/nl/work/check/', '/nl/about/safely/', '/nl/ask/'];
const depths = [1, 2, 3, 4, 5];
const withNumbers = '/nl/work/home/';
const leave = 'a.leave';

/** Settings of Firefox without scripts, and those that Tor Browser makes at its level Safest. */
const hardened = {
  'scripts off': { 'javascript.enabled': false },
  'Tor’s Safest': {
    'javascript.enabled': false,
    'svg.disabled': true,
    'gfx.downloadable_fonts.enabled': false,
    'javascript.options.wasm': false,
    'mathml.disabled': true,
    'media.webaudio.enabled': false,
  },
};

/** The line of the script with which a page asks not to be kept in memory. */
const lockLine = /navigator\.locks.*\n/;

for (const device of devices)
  describe.skipIf(isLeftOut(device, findDevice(device)))(`T3 leaving, ${device}`, () => {
    let web: LocalWeb;
    let browser: Browser;

    beforeAll(async () => {
      web = await startLocalWeb();
      browser = await openDevice(device, web);
    });
    afterAll(async () => {
      await browser?.close();
      await web?.close();
    });
    beforeEach(() => {
      web.exit = 'normal';
      web.way = {};
    });

    const open = (page: Page, path: string): Promise<unknown> =>
      page.goto(`${web.origin}${path}`, { waitUntil: 'load', timeout: 60_000 });
    const isElsewhere = async (page: Page): Promise<void> => {
      await expect.poll(() => page.title().catch(() => ''), { timeout: 20_000 }).toBe(elsewhere);
    };

    /** Runs something in a tab of its own, which begins at another site as a visit does. */
    async function inTab(run: (page: Page, watcher: Watcher) => Promise<void>): Promise<void> {
      const page = await browser.newPage();
      try {
        const watcher = await watchFrames(page);
        await page.goto(site.leaveTo);
        await run(page, watcher);
      } finally {
        await page.close();
      }
    }

    /** Visits pages, leaves, and presses Back more often than there were pages. Gives what was seen. */
    async function leaveAndGoBack(depth: number): Promise<string[]> {
      let seen: string[] = [];
      await inTab(async (page, watcher) => {
        for (const path of paths.slice(0, depth)) await open(page, path);
        await page.click(leave);
        await isElsewhere(page);
        watcher.start();
        for (let step = 0; step < depth + 2; step++) await goBack(page);
        seen = [...watcher.seen];
      });
      return seen;
    }

    /** An ordinary visit shows its pages, and so does Back. */
    async function visitsAsEver(page: Page, watcher: Watcher): Promise<void> {
      await open(page, paths[0]!);
      await open(page, paths[1]!);
      watcher.start();
      await goBack(page);
      await expect.poll(() => watcher.seen.at(-1)?.startsWith(`${paths[0]!}:`), { timeout: 10_000 }).toBe(true);
    }

    for (const [name, way] of [
      ['our headers', {}],
      ['no-store taken off on the way', { stripped: true }],
    ] as const)
      it(`Back after leaving shows no frame of the site at depth 1 to 5: ${name}`, async () => {
        web.way = way;
        for (const depth of depths) expect(await leaveAndGoBack(depth), `depth ${String(depth)}`).toEqual([]);
        recordFigure(
          `T03 frames of the site seen on Back after leaving, ${device}, ${name}`,
          `0 at depth 1 to ${String(depths.length)}, Back pressed ${String(depths.reduce((sum, depth) => sum + depth + 2, 0))} times`,
        );
      });

    it('the watcher sees the site on Back when nobody has left', async () => {
      for (const way of [{}, { stripped: true }]) {
        web.way = way;
        await inTab(visitsAsEver);
      }
    });

    // Chromium lets a page in memory see the marker; Firefox does not. This is what the lock is for.
    it.runIf(device === 'firefox')('the watcher sees the site when a page is kept in memory', async () => {
      web.way = { stripped: true, rewrite: (html) => html.replace(lockLine, '') };
      expect((await leaveAndGoBack(2)).length).toBeGreaterThan(0);
    });

    it('Shift three times leaves', async () => {
      await inTab(async (page) => {
        await open(page, paths[1]!);
        for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
        await isElsewhere(page);
      });
    });

    it('leaves while the page is still coming in', async () => {
      await inTab(async (page, watcher) => {
        web.way = { until: '</main>' };
        const loaded = open(page, paths[2]!).catch(() => null);
        await expect.poll(() => page.$(leave).catch(() => null), { timeout: 20_000 }).not.toBeNull();
        await page.click(leave);
        await isElsewhere(page);
        await loaded;
        web.way = {};
        watcher.start();
        await goBack(page);
        expect(watcher.seen).toEqual([]);
      });
    });

    it('T2 leaves when every other script is broken, and is an ordinary link when its own is refused', async () => {
      for (const way of [
        { scripts: 'const = (' },
        // No longer the script of which the policy has the checksum.
        { rewrite: (html: string) => html.replace('(() => {', '(() => { '), guarded: true },
      ]) {
        web.way = way;
        await inTab(async (page) => {
          await open(page, paths[2]!);
          await page.click(leave);
          await isElsewhere(page);
        });
      }
    });

    it.each([
      ['are missing', 'undefined'],
      ['are refused', '({ request: () => Promise.reject(new Error()) })'],
      ['throw', '({ request: () => { throw new Error(); } })'],
    ])('leaves, and Back shows nothing, where locks %s', async (_, instead) => {
      web.way = { rewrite: (html) => html.replace('navigator.locks', instead) };
      expect(await leaveAndGoBack(2)).toEqual([]);
    });

    it.each(['hanging', 'slow'] as const)('T1 covers the page while the other site is %s', async (exit) => {
      await inTab(async (page, watcher) => {
        await open(page, paths[2]!);
        web.exit = exit;
        watcher.start();
        // The click itself may wait for a page that never comes.
        void page.click(leave).catch(() => null);
        await expect.poll(() => watcher.covers.length, { timeout: 20_000 }).toBe(1);
        expect(watcher.late).toEqual([]);
        if (exit === 'slow') return isElsewhere(page);
        await pause(1000);
        expect(watcher.late).toEqual([]);
        expect(watcher.seen.filter((frame) => frame.includes(': title '))).toEqual([]);
        await visitsAsEver(page, watcher);
      });
    });

    it('shows nothing of the site when the other site is down, and works as ever afterwards', async () => {
      await inTab(async (page, watcher) => {
        await open(page, paths[2]!);
        web.exit = 'dead';
        await page.click(leave).catch(() => null);
        await pause(1500);
        watcher.start();
        await goBack(page);
        expect(watcher.seen).toEqual([]);
        web.exit = 'normal';
        await visitsAsEver(page, watcher);
      });
    });

    it.runIf(device === 'chromium')('T1 covers at once on a slow machine', async () => {
      for (const rate of [1, 6, 20]) {
        const times: number[] = [];
        for (let round = 0; round < 5; round++) times.push(await coverTime(rate));
        times.sort((a, b) => a - b);
        recordFigure(
          `T01 milliseconds from the click to the cover, ${device}, ${String(rate).padStart(2, '0')} times slower`,
          `median ${times[2]!.toFixed(0)}, at most ${times[4]!.toFixed(0)}, of ${String(times.length)}; frames not covered after the click: 0`,
        );
      }
    });

    /** Leaves on a machine that many times slower. Gives how long it took until the first covered frame. */
    async function coverTime(rate: number): Promise<number> {
      let time = 0;
      web.exit = 'normal';
      await inTab(async (page, watcher) => {
        await open(page, paths[2]!);
        web.exit = 'hanging';
        const { x, y } = await placeOf(page, leave);
        await page.emulateCPUThrottling(rate);
        watcher.start();
        await expect.poll(() => watcher.seen.length, { timeout: 30_000 }).toBeGreaterThan(1);
        void page.mouse.click(x, y).catch(() => null);
        await expect.poll(() => watcher.covers.length, { timeout: 30_000 }).toBe(1);
        expect(watcher.late, `${String(rate)} times slower`).toEqual([]);
        time = watcher.covers[0]!;
      });
      return time;
    }

    it.each(device === 'firefox' ? (['scripts off', 'Tor’s Safest'] as const) : (['scripts off'] as const))(
      'T2 shows its numbers and is left by an ordinary link: %s',
      async (mode) => {
        const plain = await openDevice(device, web, device === 'firefox' ? { prefs: hardened[mode] } : {});
        try {
          const page = await plain.newPage();
          if (device === 'chromium') await page.setJavaScriptEnabled(false);
          await open(page, withNumbers);
          const numbers = await page.evaluate(
            () =>
              [...document.querySelectorAll('main a[href^="tel:"]')].filter(
                (link) => link.textContent.trim() !== '' && link.getClientRects().length > 0,
              ).length,
          );
          expect(numbers).toBeGreaterThan(0);
          const { x, y } = await placeOf(page, leave);
          await page.mouse.click(x, y);
          await isElsewhere(page);
        } finally {
          await plain.close();
        }
      },
    );
  });
