import { expect, test, type Page } from '@playwright/test';
import { pageKinds } from '../../src/testing/page-kinds.ts';

const kinds = Object.values(pageKinds);
/** Pages with a header and a foot: not the one on which one chooses a language. */
const framed = kinds.filter((address) => address !== '/');

/** What one needs in a hurry, and what leads there. */
const hurried =
  '.leave, .help-now > summary, .call, .door, .menu summary, .menu a, .languages a, .page-list a, .title-list a, .search-line > *';

/** Least space in CSS pixels between "leave" and any number to call. */
const apart = 10;

test.describe('what one needs in a hurry', () => {
  for (const address of kinds) {
    test(`is 44 px on ${address}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(address);
      for (const details of await page.locator('details').all())
        await details.evaluate((node) => {
          node.setAttribute('open', '');
        });
      const small = await page.locator(hurried).evaluateAll((nodes) =>
        nodes
          .map((node) => ({ box: node.getBoundingClientRect(), text: (node.textContent ?? '').trim() }))
          .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
          .map(({ box, text }) => `${text}: ${String(box.width)} × ${String(box.height)}`),
      );
      expect(small).toEqual([]);
    });
  }

  test('stands in the help panel by need, 112 first', async ({ page }) => {
    await page.goto('/nl/');
    await page.locator('.help-now > summary').click();
    const calls = await page
      .locator('.help-panel a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(calls[0]).toBe('tel:112');
    expect(await page.locator('.help-panel li').count()).toBe(5);
    await expect(page.locator('.help-panel li').first()).toBeInViewport();
  });
});

/** The nearest that a number to call comes to "leave" on the screen as it stands; clipped parts do not count. */
async function nearestCall(page: Page): Promise<number> {
  return page.evaluate(() => {
    const leave = document.querySelector('.leave')?.getBoundingClientRect();
    if (!leave) throw new Error('No way to leave');
    let nearest = Infinity;
    for (const call of document.querySelectorAll('a[href^="tel:"]')) {
      const box = call.getBoundingClientRect();
      for (let y = Math.max(box.top, 0); y < Math.min(box.bottom, innerHeight); y += 2) {
        for (const x of [box.left + 1, (box.left + box.right) / 2, box.right - 1]) {
          if (document.elementFromPoint(x, y)?.closest('a') !== call) continue;
          const dx = Math.max(leave.left - x, 0, x - leave.right);
          const dy = Math.max(leave.top - y, 0, y - leave.bottom);
          nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
      }
    }
    return nearest;
  });
}

test.describe('leave', () => {
  for (const width of [320, 360, 1280]) {
    test(`is never beside a number to call at ${String(width)} px, wherever one scrolls`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto('/nl/choice/is-this-you/');
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      let seen = 0;
      for (let y = 0; y < height; y += 23) {
        await page.evaluate((top) => {
          scrollTo(0, top);
        }, y);
        const distance = await nearestCall(page);
        if (distance < Infinity) seen += 1;
        expect(distance, `scrolled to ${String(y)}`).toBeGreaterThanOrEqual(apart);
      }
      expect(seen).toBeGreaterThan(10);
    });

    test(`is never beside a number of the help panel at ${String(width)} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto('/nl/');
      await page.locator('.help-now > summary').click();
      const panel = page.locator('.help-panel');
      const height = await panel.evaluate((node) => node.scrollHeight);
      for (let y = 0; y < height; y += 17) {
        await panel.evaluate((node, top) => {
          node.scrollTo(0, top);
        }, y);
        expect(await nearestCall(page), `panel scrolled to ${String(y)}`).toBeGreaterThanOrEqual(apart);
      }
    });
  }
});

for (const [width, height] of [
  [320, 568],
  [360, 740],
  [1280, 720],
] as const) {
  test(`the bar covers no text at either end of a page, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const address of framed) {
      await page.goto(address);
      const overlap = async (part: string): Promise<number> =>
        page.evaluate((selector) => {
          const bar = document.querySelector('.bar')?.getBoundingClientRect();
          const box = document.querySelector(selector)?.getBoundingClientRect();
          if (!bar || !box) throw new Error(`No .bar or no ${selector}`);
          return Math.min(bar.bottom, box.bottom) - Math.max(bar.top, box.top);
        }, part);
      expect.soft(await overlap('.top'), `${address} at its top`).toBeLessThanOrEqual(0);
      await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
      });
      expect.soft(await overlap('.foot > :last-child'), `${address} at its end`).toBeLessThanOrEqual(0);
    }
  });

  test(`focus is never hidden under the bar, forwards and backwards, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/nl/choice/is-this-you/');
    const count = await page.locator('a, summary').count();
    const hidden: string[] = [];
    let looks = 0;
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < count + 4; step++) {
        await page.keyboard.press(key);
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused.closest('.bar') || focused.matches('.skip, body')) return undefined;
          const bar = document.querySelector('.bar')?.getBoundingClientRect();
          const box = focused.getBoundingClientRect();
          if (!bar) throw new Error('No bar');
          const under = Math.min(bar.bottom, box.bottom) - Math.max(bar.top, box.top);
          const isOut = box.bottom <= 0 || box.top >= innerHeight;
          return under > 0 || isOut ? (focused.textContent ?? '').trim() : '';
        });
        if (covered !== undefined) looks += 1;
        if (covered) hidden.push(covered);
      }
    }
    expect(hidden).toEqual([]);
    expect(looks).toBeGreaterThan(count);
  });
}

test('from the start page to a door, and from there to a number, is one tap each', async ({ page }) => {
  await page.goto('/nl/');
  for (const title of await page.locator('.door-title').allTextContents()) {
    await page.goto('/nl/');
    await page.getByRole('link', { name: title }).click();
    await expect(page.locator('h1')).toHaveText(title);
  }
});
