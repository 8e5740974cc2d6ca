import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { scanDist } from '../../src/gate/dist-gate.ts';
import { pictureFaults } from '../../src/lib/dist/pictures.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { builtFiles } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

const raster = /\.(?:png|jpe?g|webp|avif|gif|tiff?|ico|heic|bmp)$/i;
const pictures = builtFiles().filter((file) => raster.test(file));
const bytesOf = (file: string): Buffer => readFileSync(join(project, 'dist', file));

/** What a second program reads beside the picture itself. */
async function notesIn(bytes: Buffer): Promise<string[]> {
  const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
  return Object.entries({ exif, xmp, iptc, icc, comments }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
}

describe('T20 pictures tell nothing but what they show', () => {
  it('in the built site', async () => {
    expect(pictures.length).toBeGreaterThan(5);
    const told = await Promise.all(
      pictures.map(async (file) => ({
        file,
        faults: [...pictureFaults(bytesOf(file)), ...(await notesIn(bytesOf(file)))],
      })),
    );
    const wrong = told.filter(({ faults }) => faults.length > 0);
    recordFigure(
      'T20 pictures without data nobody sees / all',
      `${String(told.length - wrong.length)} / ${String(told.length)}`,
    );
    expect(wrong).toEqual([]);
  });

  it('whatever a file is called', () => {
    const hidden = builtFiles().filter((file) => !raster.test(file) && pictureFaults(bytesOf(file)).length > 0);
    expect(hidden).toEqual([]);
  });

  it('in public/, which is copied as it is', () => {
    for (const file of readdirSync(join(project, 'public'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      raster.test(name),
    ))
      expect(pictureFaults(readFileSync(join(project, 'public', file))), file).toEqual([]);
  });
});

describe('T20 a picture with a place in it is found', () => {
  const plain = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
  const gps = {
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 50/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 51/1 0/1' },
  };

  it.each(['png', 'jpeg', 'webp'] as const)('%s', async (format) => {
    const clean = await plain().toFormat(format).toBuffer();
    const told = await plain().withExif(gps).toFormat(format).toBuffer();
    expect(pictureFaults(clean)).toEqual([]);
    expect(await notesIn(told)).toContain('exif');
    expect(pictureFaults(told).join()).toMatch(/eXIf|APP1|EXIF/);
  });

  it('words in a PNG, and anything behind its end', async () => {
    const clean = await plain().png().toBuffer();
    const body = Buffer.from('Comment\0Nijmegen');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    const words = Buffer.concat([
      clean.subarray(0, 33),
      size,
      Buffer.from('tEXt'),
      body,
      Buffer.alloc(4),
      clean.subarray(33),
    ]);
    expect(pictureFaults(words).join()).toContain('tEXt');
    expect(pictureFaults(Buffer.concat([clean, Buffer.from('x')]))).toHaveLength(1);
    expect(pictureFaults(clean.subarray(0, clean.length - 4))).toHaveLength(1);
  });

  it('by the gate that every build passes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-'));
    writeFileSync(join(folder, 'clean.png'), await plain().png().toBuffer());
    writeFileSync(join(folder, 'told.bin'), await plain().withExif(gps).jpeg().toBuffer());
    const leaks = await scanDist(folder, project);
    rmSync(folder, { recursive: true });
    expect(leaks.map(({ file }) => file)).toEqual(['told.bin']);
  });

  it('a kind that is not looked into', async () => {
    expect(pictureFaults(await plain().gif().toBuffer()).join()).toContain('GIF');
    expect(pictureFaults(await plain().avif().toBuffer()).join()).toContain('AVIF');
    expect(pictureFaults(await plain().tiff().toBuffer()).join()).toContain('TIFF');
  });
});
