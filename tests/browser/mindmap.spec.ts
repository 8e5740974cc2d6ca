import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { goBack } from '../fixtures/go-back.ts';

const map = '/nl/professionals/map/';
const wide = { width: 1280, height: 900 };

const tools = (page: Page) => page.locator('.map-tools');
const find = (page: Page) => tools(page).locator('input');
const status = (page: Page) => tools(page).locator('[role=status]');
const drawing = (page: Page) => page.locator('.map-wide svg');
const viewBox = async (page: Page): Promise<number[]> =>
  ((await drawing(page).getAttribute('viewBox')) ?? '').split(' ').map(Number);

/** Ids of the leaves that are not dimmed in the drawing, and of those that are listed. */
async function shown(page: Page): Promise<{ drawn: string[]; listed: string[] }> {
  return page.evaluate(() => {
    const ids = (selector: string): string[] =>
      [...document.querySelectorAll<HTMLElement | SVGElement>(selector)]
        .map((leaf) => leaf.dataset['leaf'] ?? '')
        .sort();
    return {
      drawn: ids('.map-wide [data-leaf]:not([data-off])'),
      listed: ids('.map-list [data-leaf]:not([data-off])'),
    };
  });
}

test.use({ viewport: wide });

test.describe('the drawing', () => {
  test('says no more and no less than the list', async ({ page }) => {
    for (const address of [map, `${map}2020/`, `${map}for/pressure/`, `${map}by/mee/`]) {
      await page.goto(address);
      const { drawn, listed } = await shown(page);
      expect(drawn.length, address).toBeGreaterThan(5);
      expect(drawn, address).toEqual(listed);
      const labels = (selector: string) =>
        page.locator(selector).evaluateAll((nodes) => nodes.map((node) => node.textContent.trim()).sort());
      expect(await labels('.map-wide [data-leaf] text:not([aria-hidden])'), address).toEqual(
        await labels('.map-list .map-label'),
      );
    }
  });

  test('comes after the list for who reads in order, and before it for the eye where there is room', async ({
    page,
  }) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(map);
      const order = await page.evaluate(() => {
        const [list, drawn] = [document.getElementById('list')!, document.getElementById('drawing')!];
        return {
          isListRead: (list.compareDocumentPosition(drawn) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
          isListSeen: list.getBoundingClientRect().top < drawn.getBoundingClientRect().top,
        };
      });
      expect(order).toEqual({ isListRead: true, isListSeen: width === 360 });
    }
    const jump = page.locator('.map-jump a');
    await expect(jump).toBeVisible();
    await jump.click();
    await expect(page.locator('.map-narrow svg')).toBeInViewport();
  });

  test('points only to marks that its page draws', async ({ page }) => {
    for (const address of [map, `${map}2020/`, `${map}for/pressure/`, `${map}by/mee/`, '/nl/about/together/']) {
      await page.goto(address);
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('use')]
          .map((use) => use.getAttribute('href') ?? '')
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
      expect(lost, address).toEqual([]);
      expect(await page.locator('use').count(), address).toBeGreaterThan(10);
    }
  });

  test('is as wide in the browser as it was measured: no line is squeezed or stretched', async ({ page }) => {
    await page.goto(map);
    await page.evaluate(() => document.fonts.ready);
    const off = await drawing(page).evaluate((svg) =>
      [...svg.querySelectorAll<SVGTextContentElement>('text[textLength], tspan[textLength]')].flatMap((line) => {
        const said = line.textLength.baseVal.value;
        line.removeAttribute('textLength');
        const is = line.getComputedTextLength();
        return Math.abs(is - said) / said > 0.01 ? [`${line.textContent}: ${String(is)} for ${String(said)}`] : [];
      }),
    );
    expect(off).toEqual([]);
  });

  test('is for a listener a list of lists, whose links say label and partner', async ({ page }) => {
    await page.goto(`${map}2020/`);
    await expect(page.getByRole('group', { name: 'Kaart van 2020', exact: true })).toBeVisible();
    const leaf = drawing(page).getByRole('link', { name: 'Bedrijfsbezoek, Sterker sociaal werk', exact: true });
    await expect(leaf).toHaveAttribute('href', /^\/nl\/who\/sterker\//);
    expect(await drawing(page).getByRole('listitem').count()).toBe(81 + 6);
  });

  test('keeps open marks open in the dark, also where a mark is a copy', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(map);
    for (const [kind, isLight] of [
      ['inferred', false],
      ['square-M-sure', true],
    ] as const) {
      const picture = await page.locator(`.map-leaves .map-mark:has(use[href*="${kind}"])`).first().screenshot();
      const { channels } = await sharp(picture).removeAlpha().stats();
      const mean = channels.reduce((total, channel) => total + channel.mean, 0) / channels.length;
      expect(mean > 90, `${kind}: ${String(mean)}`).toBe(isLight);
    }
  });

  test('has one column on a phone, and fits it', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(map);
    await expect(drawing(page)).toBeHidden();
    await expect(page.locator('.map-narrow svg')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe('the tools', () => {
  test('T7 find by a part of a word, whatever its accents, and ask nobody', async ({ page }) => {
    await page.goto(map);
    await expect(find(page)).toBeVisible();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await find(page).fill('coordinatie');
    await expect(status(page)).toHaveText('1 activiteit');
    expect((await shown(page)).listed).toEqual(['2020-oggz-individual-zorgcoordinatie-moviera']);
    await find(page).fill('niets van dit alles');
    await expect(status(page)).toHaveText('Geen activiteit gevonden.');
    await page.keyboard.press('Escape');
    await expect(find(page)).toHaveValue('');
    expect((await shown(page)).listed).toHaveLength(97);
    expect(asked).toEqual([]);
    expect(page.url()).not.toContain('?');
  });

  test('filter by partner and by group, in the drawing and in the list', async ({ page }) => {
    await page.goto(map);
    await tools(page).locator('[data-by=partner]').selectOption('moviera');
    const moviera = await shown(page);
    expect(moviera.drawn).toHaveLength(4);
    expect(moviera.drawn).toEqual(moviera.listed);
    await tools(page).locator('[data-by=group]').selectOption('oggz');
    await expect(status(page)).toHaveText('1 activiteit');
    await expect(page.locator('.map-group:visible')).toHaveCount(1);
  });

  test('an activity of which it is not known who does it is found with each of who may', async ({ page }) => {
    await page.goto(map);
    for (const partner of ['ggd', 'mee']) {
      await tools(page).locator('[data-by=partner]').selectOption(partner);
      expect((await shown(page)).listed).toContain('2020-seksuele-uitbuiting-individual-casemanagement-unknown');
    }
  });

  test('enlarge by button, key and wheel, move by key and mouse, and never past the edge', async ({ page }) => {
    await page.goto(map);
    const whole = await viewBox(page);
    const larger = page.getByRole('button', { name: 'Groter' }).first();
    await larger.click();
    const close = await viewBox(page);
    expect(close[2]).toBeLessThan(whole[2]!);

    await page.locator('.map-wide .map-sheet').focus();
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowRight');
    const right = await viewBox(page);
    expect(right[0]! + right[2]!).toBeCloseTo(whole[2]!, 0);
    await page.keyboard.press('0');
    expect(await viewBox(page)).toEqual(whole);

    await page.keyboard.press('+');
    const box = (await drawing(page).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, Math.min(box.y + box.height / 2, 700)];
    const before = await viewBox(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 80, y - 40, { steps: 4 });
    await page.mouse.up();
    const after = await viewBox(page);
    expect(after[0]).toBeGreaterThan(before[0]!);
    expect(page.url()).toContain(map);

    await page.mouse.wheel(0, -200);
    expect((await viewBox(page))[2]).toBeLessThan(after[2]!);
  });

  test('two fingers enlarge; one scrolls the page until then', async ({ page }) => {
    await page.goto(map);
    await expect(find(page)).toBeVisible();
    const whole = await viewBox(page);
    const touch = (type: string, pointerId: number, clientX: number) =>
      drawing(page).dispatchEvent(type, { pointerId, clientX, clientY: 500, pointerType: 'touch', bubbles: true });
    await touch('pointerdown', 1, 600);
    await touch('pointermove', 1, 500);
    expect(await viewBox(page)).toEqual(whole);
    await touch('pointerdown', 2, 700);
    await touch('pointermove', 2, 900);
    expect((await viewBox(page))[2]).toBeLessThan(whole[2]!);
    expect(await drawing(page).evaluate((svg) => getComputedStyle(svg).touchAction)).toBe('none');
  });

  test('T5 are forgotten by who leaves and comes back', async ({ page }) => {
    await page.goto(map);
    await find(page).fill('training');
    await page.goto('/nl/');
    await goBack(page);
    await expect(find(page)).toHaveValue('');
    expect((await shown(page)).listed).toHaveLength(97);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('drawing, list, years and table are all there, and no tool that would not work', async ({ page }) => {
    await page.goto(map);
    await expect(drawing(page)).toBeVisible();
    await expect(page.locator('.map-list .map-label')).toHaveCount(97);
    await expect(page.locator('.map-tools, .map-buttons')).toHaveCount(0);
    await page.locator('.map-years').getByRole('link', { name: '2020' }).click();
    await expect(page.locator('.map-list .map-label')).toHaveCount(81);
    await expect(page.locator('.map-cell:visible')).toHaveCount(0);
    await page.getByRole('link', { name: '3: GGD Gelderland-Zuid voor Jeugdigen' }).click();
    await expect(page).toHaveURL(/#for-youth-by-ggd$/);
    // All that the number counts, and nothing else.
    await expect(page.locator('.map-cell:visible')).toHaveCount(1);
    await expect(page.locator('.map-cell:visible li')).toHaveCount(3);
    await expect(page.locator('.map-cell:visible').getByRole('heading')).toHaveText(
      'GGD Gelderland-Zuid voor Jeugdigen',
    );
  });

  test('every number of the table leads to as many activities as it says', async ({ page }) => {
    for (const address of [map, `${map}2020/`]) {
      await page.goto(address);
      const counts = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.map-matrix td a')].map((link) => ({
          said: Number(link.textContent),
          listed: document.getElementById(link.hash.slice(1))?.querySelectorAll('li').length,
        })),
      );
      expect(counts.length).toBeGreaterThan(20);
      for (const { said, listed } of counts) expect(listed).toBe(said);
    }
  });
});
