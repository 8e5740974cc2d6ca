import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { site } from '../../src/site.ts';
import { project } from '../fixtures/project.ts';

/** What a phone reads in a picture. */
async function read(picture: Buffer | string): Promise<string | undefined> {
  const { data, info } = await sharp(picture, { density: 300 })
    .resize(512, 512)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe('the code that points to the site', () => {
  const address = `${site.origin}${site.base.replace(/\/$/, '')}/`;

  it.each(['link.png', 'link.svg'])('opens the first page, and nothing behind it that tells: %s', async (name) => {
    expect(await read(readFileSync(join(project, 'dist', name)))).toBe(address);
  });

  it('is not read when it is spoiled, so the reader really reads', async () => {
    const spoiled = await sharp(join(project, 'dist/link.png'))
      .composite([{ input: { create: { width: 500, height: 500, channels: 3, background: '#fff' } }, left: 0, top: 0 }])
      .png()
      .toBuffer();
    expect(await read(spoiled)).toBeUndefined();
  });

  it('is a picture without place, time or maker', async () => {
    const { exif, xmp, iptc, icc } = await sharp(join(project, 'dist/link.png')).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
