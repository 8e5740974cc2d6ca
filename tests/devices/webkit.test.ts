import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { site } from '../../src/site.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { isLeftOut, pause } from '../fixtures/devices.ts';
import { elsewhere, startLocalWeb, type LocalWeb } from '../fixtures/local-web.ts';
import { findWebKit, openWebKit, type WebKit } from '../fixtures/webkit.ts';

const paths = ['/nl/', '/nl/work/', '/nl/work/check/'];
const leave = 'a.leave';

/** Text of the site that can be seen at this moment; empty elsewhere. */
const visible = `
  if (location.hostname !== 'localhost' || getComputedStyle(document.documentElement).display === 'none') return '';
  return document.querySelector('main')?.textContent.trim().slice(0, 40) ?? '';`;

describe.skipIf(isLeftOut('WebKit', findWebKit()))('T3 leaving, WebKit', () => {
  let web: LocalWeb;
  beforeAll(async () => {
    web = await startLocalWeb();
  });
  afterAll(() => web?.close());
  beforeEach(() => {
    web.exit = 'normal';
    web.way = {};
  });

  async function inBrowser(run: (browser: WebKit) => Promise<void>): Promise<void> {
    const browser = await openWebKit(web);
    try {
      await browser.open(site.leaveTo);
      await isElsewhere(browser);
      await run(browser);
    } finally {
      await browser.close();
    }
  }
  const isElsewhere = async (browser: WebKit): Promise<void> => {
    await expect.poll(() => browser.title().catch(() => ''), { timeout: 20_000 }).toBe(elsewhere);
  };

  /**
   * Clicks until it had an effect: this driver now and then loses a click on a page that has just come in.
   * That the first click is enough is held in Chromium and Firefox.
   */
  async function clickLeave(browser: WebKit): Promise<void> {
    await expect
      .poll(
        async () => {
          await browser.click(leave).catch(() => undefined);
          await pause(1000);
          return browser.evaluate(visible);
        },
        { timeout: 30_000 },
      )
      .toBe('');
  }

  /** Presses Back, and looks every forty milliseconds. Gives what could be seen, and how often it looked. */
  async function goBack(browser: WebKit): Promise<{ seen: string[]; looks: number }> {
    const seen: string[] = [];
    let looks = 0;
    await browser.back().catch(() => undefined);
    for (let turn = 0; turn < 15; turn++) {
      const text = await browser.evaluate<string>(visible);
      if (text !== undefined) looks++;
      if (text) seen.push(text);
      await pause(40);
    }
    return { seen, looks };
  }

  for (const [name, way] of [
    ['our headers', {}],
    ['no-store taken off on the way', { stripped: true }],
  ] as const)
    it(`Back after leaving shows nothing of the site: ${name}`, async () => {
      web.way = way;
      let all = 0;
      for (const depth of [1, 3])
        await inBrowser(async (browser) => {
          for (const path of paths.slice(0, depth)) await browser.open(`${web.origin}${path}`);
          await clickLeave(browser);
          await isElsewhere(browser);
          for (let step = 0; step < depth + 2; step++) {
            const { seen, looks } = await goBack(browser);
            expect(seen, `depth ${String(depth)}`).toEqual([]);
            all += looks;
          }
        });
      expect(all).toBeGreaterThan(50);
      recordFigure(`T03 looks at which the site was seen on Back after leaving, WebKit, ${name}`, `0 of ${String(all)}, depth 1 and 3`); // prettier-ignore
    });

  it('sees the site on Back when nobody has left', async () => {
    for (const way of [{}, { stripped: true }]) {
      web.way = way;
      await inBrowser(async (browser) => {
        for (const path of paths.slice(0, 2)) await browser.open(`${web.origin}${path}`);
        expect((await goBack(browser)).seen.length).toBeGreaterThan(0);
      });
    }
  });

  it('T1 covers the page while the other site hangs', async () => {
    await inBrowser(async (browser) => {
      await browser.open(`${web.origin}${paths[2]!}`);
      expect(await browser.evaluate(visible)).not.toBe('');
      web.exit = 'hanging';
      await clickLeave(browser);
      expect(await browser.evaluate(visible)).toBe('');
      expect(await browser.title()).toBe(site.leaveTitle);
    });
  });

  it('T2 is an ordinary link when scripts are refused', async () => {
    web.way = { rewrite: (html) => html.replace('(() => {', '(() => { '), guarded: true };
    await inBrowser(async (browser) => {
      await browser.open(`${web.origin}${paths[2]!}`);
      await clickLeave(browser);
      await isElsewhere(browser);
    });
  });
});
