import { expect, test, type Page } from '@playwright/test';
import { site } from '../../src/site.ts';

/** Frames in which the site could be seen, counted from the moment `watching` is set. */
async function watchFrames(page: Page): Promise<{ seen: string[]; watch: () => void }> {
  const seen: string[] = [];
  let watching = false;
  await page.exposeBinding('frameSeen', (_, text: string) => {
    if (watching) seen.push(text);
  });
  await page.addInitScript(() => {
    const tell = (): void => {
      const isShown = getComputedStyle(document.documentElement).display !== 'none';
      const text = isShown ? (document.querySelector('main')?.innerText ?? '') : '';
      if (text !== '' && location.hostname === 'localhost')
        (globalThis as unknown as { frameSeen(text: string): void }).frameSeen(text.slice(0, 60));
      requestAnimationFrame(tell);
    };
    requestAnimationFrame(tell);
  });
  return {
    seen,
    watch: () => {
      watching = true;
    },
  };
}

test.beforeEach(async ({ page }) => {
  await page.route(`${site.leaveTo}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><h1>Elsewhere</h1>' }),
  );
});

const elsewhere = async (page: Page): Promise<void> => {
  await expect(page).toHaveTitle('Elsewhere');
};

for (const depth of [1, 2, 3]) {
  test(`T3 after leaving at depth ${String(depth)}, Back shows nothing of the site`, async ({ page }) => {
    const { seen, watch } = await watchFrames(page);
    const path = ['/nl/', '/nl/work/', '/nl/work/check/'].slice(0, depth);
    for (const address of path) await page.goto(address);
    await page.locator('a.leave').click();
    await elsewhere(page);
    watch();
    for (let step = 0; step <= depth; step++) {
      await page.goBack({ waitUntil: 'commit' }).catch(() => null);
      await page.waitForTimeout(400);
    }
    expect(seen).toEqual([]);
  });
}

test('T3 the watcher sees the site when nobody has left', async ({ page }) => {
  const { seen, watch } = await watchFrames(page);
  await page.goto('/nl/');
  await page.goto('/nl/work/');
  watch();
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => seen.length).toBeGreaterThan(0);
});

test('T3 an ordinary visit afterwards works again, Back included', async ({ page }) => {
  await page.goto('/nl/');
  await page.locator('a.leave').click();
  await elsewhere(page);
  await page.goto('/nl/work/');
  await expect(page.locator('h1')).toBeVisible();
  await page.goto('/nl/work/check/');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('h1')).toBeVisible();
});

test('T12 the exit tells the other site nothing of where one was', async ({ page }) => {
  let referer: string | undefined = 'not asked';
  await page.route(`${site.leaveTo}**`, async (route) => {
    referer = (await route.request().allHeaders()).referer;
    await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
  });
  await page.goto('/nl/work/');
  await page.locator('a.leave').click();
  await elsewhere(page);
  expect(referer).toBeUndefined();
});

test('T1 Shift three times leaves; a capital typed in between does not count', async ({ page }) => {
  await page.goto('/nl/');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Shift');
  await elsewhere(page);
});

test('T1 while the other site hangs, the page is covered and the tab is neutral', async ({ page }) => {
  const told: { display: string; title: string }[] = [];
  await page.exposeBinding('stateNow', (_, state: { display: string; title: string }) => {
    told.push(state);
  });
  await page.addInitScript(() => {
    setInterval(() => {
      const state = { display: getComputedStyle(document.documentElement).display, title: document.title };
      (globalThis as unknown as { stateNow(now: typeof state): void }).stateNow(state);
    }, 50);
  });
  await page.route(`${site.leaveTo}**`, () => new Promise(() => undefined));
  await page.goto('/nl/work/');
  expect(told.at(-1)?.display ?? 'block').toBe('block');
  await page.locator('a.leave').dispatchEvent('click');
  await expect.poll(() => told.at(-1)).toEqual({ display: 'none', title: site.leaveTitle });
});

test('T1 it is the first thing the Tab key reaches', async ({ page }) => {
  await page.goto('/nl/work/check/');
  await page.keyboard.press('Tab');
  await expect(page.locator('a.leave')).toBeFocused();
});

for (const size of [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
]) {
  test(`T1 it stays in view and uncovered at ${String(size.width)} px`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto('/nl/work/');
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      await page.evaluate((share) => {
        scrollTo(0, document.documentElement.scrollHeight * share);
      }, part);
      const onTop = await page.locator('a.leave').evaluate((link) => {
        const box = link.getBoundingClientRect();
        return (
          link.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)) && box.height >= 44
        );
      });
      expect(onTop, `at ${String(part)}`).toBe(true);
    }
  });
}
