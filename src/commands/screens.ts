import { mkdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';
import { createSiteServer } from '../server/site-server.ts';
import { site } from '../site.ts';
import { findChromium } from '../testing/find-chromium.ts';
import { pageKinds } from '../testing/page-kinds.ts';

/**
 * `npm run screens`: every kind of page in every size and mode, as a person sees it, in
 * `screens/<kind>-<look>.png`, and all together on `screens/contact-sheet.png`. Names after the
 * command (`npm run screens -- start partner`) choose kinds. Needs a built site.
 */
const looks = [
  { name: '320-light', width: 320, dark: false },
  { name: '320-dark', width: 320, dark: true },
  { name: '360-mirrored', width: 360, dark: false, isMirrored: true },
  { name: '768-light', width: 768, dark: false },
  { name: '768-dark', width: 768, dark: true },
  { name: '1280-light', width: 1280, dark: false },
  { name: '1280-dark', width: 1280, dark: true },
  { name: '1440-light', width: 1440, dark: false },
  { name: 'print', width: 768, dark: false, isPrint: true },
] as const;
type Look = (typeof looks)[number];

/** Pixels of the contact sheet: width of a picture, the height at which it is cut, the space between. */
const cell = { width: 300, height: 560, gap: 16 };

const folder = join(process.cwd(), 'screens');
const wanted = process.argv.slice(2);
const kinds = Object.entries(pageKinds).filter(([name]) => wanted.length === 0 || wanted.includes(name));

const found = findChromium();
if ('tried' in found) throw new Error(`No browser:\n${found.tried.join('\n')}`);
const server = await createSiteServer({ dist: join(process.cwd(), 'dist'), base: site.base });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const pictures: OverlayOptions[] = [];
for (const [row, [kind, address]] of kinds.entries()) {
  for (const [column, look] of looks.entries()) {
    const file = join(folder, `${kind}-${look.name}.png`);
    await take(browser, `${origin}${address}`, look, file);
    pictures.push({
      input: await thumbnail(file),
      left: cell.gap + column * (cell.width + cell.gap),
      top: cell.gap + row * (cell.height + cell.gap),
    });
  }
  console.log(`${kind}: ${String(looks.length)} pictures`);
}
await sharp({
  create: {
    width: cell.gap + looks.length * (cell.width + cell.gap),
    height: cell.gap + kinds.length * (cell.height + cell.gap),
    channels: 3,
    background: '#777',
  },
})
  .composite(pictures)
  .png()
  .toFile(join(folder, 'contact-sheet.png'));
console.log(
  `screens/contact-sheet.png: ${kinds.map(([name]) => name).join(', ')} × ${looks.map(({ name }) => name).join(', ')}`,
);
await browser.close();
server.close();

async function take(from: Browser, url: string, look: Look, file: string): Promise<void> {
  const context = await from.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(url);
  if ('isPrint' in look) await page.emulateMedia({ media: 'print' });
  // Until a language that runs from right to left is there, a mirrored page shows what would break.
  if ('isMirrored' in look) {
    await page.evaluate(() => {
      document.documentElement.setAttribute('dir', 'rtl');
    });
  }
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

async function thumbnail(file: string): Promise<Buffer> {
  const small = await sharp(file).resize({ width: cell.width }).toBuffer({ resolveWithObject: true });
  const height = Math.min(small.info.height, cell.height);
  return sharp(small.data).extract({ left: 0, top: 0, width: cell.width, height }).toBuffer();
}
