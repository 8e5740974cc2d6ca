import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { site } from '../../src/site.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { titleOf } from '../fixtures/built-site.ts';
import { devices, findDevice, isLeftOut, openDevice, pause, placeOf, type Device } from '../fixtures/devices.ts';
import { elsewhere, startLocalWeb, type LocalWeb } from '../fixtures/local-web.ts';
import { project } from '../fixtures/project.ts';
import { searchFolder } from '../fixtures/search-bytes.ts';

/** Words that stand nowhere but in what is typed: always the same, and like no other. */
const canaries = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    createHash('sha256')
      .update(`${name} ${String(index)}`)
      .digest('hex')
      .replaceAll(/\d/g, 'q')
      .slice(0, 14),
  );

const typed = {
  '/nl/ask/': { field: 'main input[type="text"], main input[type="search"]', phrases: canaries('finder', 30) },
  '/nl/search/': { field: '.page-search input', phrases: canaries('search', 15) },
  '/nl/professionals/map/': { field: '.map-tools input', phrases: canaries('map', 5) },
} as const;
const allTyped = Object.values(typed).flatMap(({ phrases }) => phrases);

/** Every page of the visit, in order. */
const visited = ['/nl/', '/nl/work/', '/nl/work/check/', '/nl/ask/', '/nl/search/', '/nl/choice/', '/nl/professionals/route/', '/nl/professionals/map/', '/nl/professionals/directory/', '/nl/about/safely/']; // prettier-ignore

const html = (path: string): string => readFileSync(join(project, 'dist', path, 'index.html'), 'utf8');

/** Sentences that the main part of a page shows, at most so many. */
const sentencesOf = (path: string, most = 12): string[] =>
  [
    ...html(path)
      .split('<main')[1]!
      .replaceAll(/<script[\s\S]*?<\/script>/g, '')
      .matchAll(/>([^<>&]{35,160})</g),
  ]
    .map(([, text = '']) => text.trim())
    .filter((text) => text.includes(' ') && !text.includes('\n'))
    .slice(0, most);

for (const device of devices)
  describe.skipIf(isLeftOut(device, findDevice(device)))(`T5 what stays on the device, ${device}`, () => {
    let web: LocalWeb;
    let profile: string;
    const kept: string[] = [];

    beforeAll(async () => {
      web = await startLocalWeb();
      web.way = { plain: true };
      profile = mkdtempSync(join(tmpdir(), 'visit-'));
      await inBrowser(profile, async (page) => {
        for (const path of visited) {
          await open(page, path);
          await usePage(page, path);
          kept.push(...(await storageOf(page)).map((thing) => `${path}: ${thing}`));
        }
        const { x, y } = await placeOf(page, 'a.leave');
        await page.mouse.click(x, y);
        await pause(1000);
      });
    });
    afterAll(async () => {
      await web?.close();
      rmSync(profile, { recursive: true, force: true });
    });

    /** Runs a visit in a browser with a profile, closes it as a person does, and waits until all is written. */
    async function inBrowser(folder: string, visit: (page: Page) => Promise<void>): Promise<void> {
      const browser = await openDevice(device, web, { profile: folder });
      try {
        const page = await browser.newPage();
        await page.setViewport({ width: 1280, height: 900 });
        await visit(page);
        // History is written some seconds late.
        await pause(3000);
      } finally {
        await browser.close();
      }
    }
    const open = async (page: Page, path: string): Promise<void> => {
      await page.goto(`${web.origin}${path}`, { waitUntil: 'load' });
      await pause(400);
    };

    it('T5 holds nothing that was typed and no sentence that was read', () => {
      const sentences = visited.flatMap((path) => sentencesOf(path));
      expect(sentences.length).toBeGreaterThan(60);
      const { hits, bytes, files } = searchFolder(profile, [...allTyped, ...sentences]);
      recordFigure(
        `T05 phrases found in the profile after a visit, ${device}`,
        `${String(hits.length)} of ${String(allTyped.length)} that were typed and ${String(sentences.length)} that were read, in ${String(bytes)} bytes of ${String(files)} files`,
      );
      expect(hits).toEqual([]);
    });

    it('T4 remembers which pages were seen, by neutral titles, and no more', () => {
      const { rows, visits } = historyOf(device, profile, web.origin);
      const wanted = visited.map((path) => `${web.origin}${path}`).sort();
      expect(rows.map(({ url }) => url).sort()).toEqual(wanted);
      expect(visits).toBe(visited.length);
      // Chromium gives the last page the title of the site one left to.
      for (const { url, title } of rows)
        expect([titleOf(html(url.slice(web.origin.length))), site.leaveTitle, elsewhere], url).toContain(title);
      recordFigure(`T04 rows in the history after a visit to ${String(visited.length)} pages, ${device}`, String(rows.length)); // prettier-ignore
    });

    it('T6 offers nothing of it in a form later on, and has no cookie and no storage', () => {
      expect(formRows(device, profile)).toEqual([]);
      expect(cookieRows(device, profile)).toEqual([]);
      expect(kept).toEqual([]);
    });

    it('the search finds what is kept: a page without no-store, and a phrase in the storage', async () => {
      const other = mkdtempSync(join(tmpdir(), 'kept-'));
      const [phrase = ''] = canaries('kept', 1);
      web.way = { plain: true, stripped: true };
      await inBrowser(other, async (page) => {
        await open(page, '/nl/work/check/');
        await page.evaluate((value) => {
          localStorage.setItem('x', value);
        }, phrase);
      });
      const sentences = sentencesOf('/nl/work/check/');
      const found = new Set(searchFolder(other, [phrase, ...sentences]).hits.map((hit) => hit.phrase));
      rmSync(other, { recursive: true, force: true });
      expect(found.has(phrase)).toBe(true);
      expect(sentences.filter((sentence) => found.has(sentence)).length).toBeGreaterThan(5);
    });
  });

/** Does on a page what it is for. */
async function usePage(page: Page, path: string): Promise<void> {
  const field = Object.entries(typed).find(([address]) => address === path)?.[1];
  if (field) {
    await page.waitForSelector(field.field, { visible: true });
    await page.focus(field.field);
    for (const phrase of field.phrases) await page.keyboard.type(`${phrase} `);
    await pause(600);
    const value = await page.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.value, field.field); // prettier-ignore
    expect(value).toContain(field.phrases.at(-1));
  }
  if (path.endsWith('/route/'))
    for (const id of ['r-danger-no']) await page.evaluate((one) => document.getElementById(one)?.click(), id);
  if (path.endsWith('/directory/')) {
    const select = await page.waitForSelector('main select', { visible: true });
    await select?.press('ArrowDown');
  }
}

/** What a page could have kept, and has; the marker of leaving is the one thing it may. */
async function storageOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...document.cookie.split(';').filter(Boolean),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage).filter((key) => key !== 'left'),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
}

/** Rows that a browser keeps of the site, and how often it was there. */
function historyOf(device: Device, profile: string, origin: string): { rows: Row[]; visits: number } {
  const [file, rows, visits] =
    device === 'chromium'
      ? (['Default/History', 'SELECT id, url, title FROM urls', 'SELECT url AS id FROM visits'] as const)
      : (['places.sqlite', 'SELECT id, url, title FROM moz_places', 'SELECT place_id AS id FROM moz_historyvisits'] as const); // prettier-ignore
  const ours = rowsOf(profile, file, rows).filter(({ url }) => url.startsWith(origin));
  const ids = new Set(ours.map(({ id }) => id));
  return { rows: ours, visits: rowsOf(profile, file, visits).filter(({ id }) => ids.has(id)).length };
}

const formRows = (device: Device, profile: string): Row[] =>
  device === 'chromium'
    ? rowsOf(profile, 'Default/Web Data', 'SELECT * FROM autofill')
    : rowsOf(profile, 'formhistory.sqlite', 'SELECT * FROM moz_formhistory');

const cookieRows = (device: Device, profile: string): Row[] =>
  (device === 'chromium'
    ? rowsOf(profile, 'Default/Cookies', 'SELECT host_key AS host FROM cookies')
    : rowsOf(profile, 'cookies.sqlite', 'SELECT host FROM moz_cookies')
  ).filter(({ host }) => host?.includes('localhost'));

interface Row {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly host?: string;
}

/** Rows of a database of the profile; none when the browser never made it. */
function rowsOf(profile: string, file: string, query: string): Row[] {
  const path = [file, file.replace('Default/', 'Default/Network/')].map((one) => join(profile, one)).find(existsSync);
  if (path === undefined) return [];
  const database = new DatabaseSync(path);
  try {
    return database.prepare(query).all() as unknown as Row[];
  } finally {
    database.close();
  }
}
