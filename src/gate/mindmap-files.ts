import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Content } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import type { EditionId } from '../domain/mindmap.ts';
import type { Translate } from '../lib/i18n/translator.ts';
import { toJson } from '../lib/mindmap/data.ts';
import { measureWith, type FontFiles, type Measure } from '../lib/mindmap/measure.ts';
import { outliner } from '../lib/mindmap/outline.ts';
import { poster } from '../lib/mindmap/render.ts';
import { toCsv } from '../lib/mindmap/to-csv.ts';
import { toFreeplane, toOpml } from '../lib/mindmap/to-outline.ts';
import { toPdf, type PaperSize } from '../lib/mindmap/to-pdf.ts';
import { toSvg } from '../lib/mindmap/to-svg.ts';
import { editionDate, noLinks, type MapLinks } from '../lib/mindmap/views.ts';

const packages = 'node_modules';

/** The files that visitors get: what is measured. */
const served = {
  sans: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  serif: '@fontsource/literata/files/literata-latin-500-normal.woff2',
};

/** The same letters in a format that can be embedded and outlined; tests/unit holds the widths equal. */
const embedded = {
  sans: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff',
  serif: '@fontsource/literata/files/literata-latin-500-normal.woff',
};

async function read(project: string, names: Readonly<Record<keyof FontFiles, string>>): Promise<FontFiles> {
  const file = async (name: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(project, packages, name)));
  return { sans: await file(names.sans), serif: await file(names.serif) };
}

/** Measures texts with the fonts that are served. */
export async function servedMeasure(project: string): Promise<Measure> {
  return measureWith(await read(project, served));
}

/** The fonts as they are put into a PDF. */
export async function embeddedFonts(project: string): Promise<FontFiles> {
  return read(project, embedded);
}

/** Files of one edition in one language, by how their names end. */
export const mindmapFiles = ['a3.pdf', 'a4.pdf', 'png', 'csv', 'opml', 'mm', 'svg', 'json'] as const;
export type MindmapFile = (typeof mindmapFiles)[number];

export interface MindmapInput {
  readonly project: string;
  readonly content: Content;
  readonly locale: Locale;
  readonly t: Translate;
  readonly edition: EditionId;
  readonly today: string;
  /** Where the drawing on the site leads; files that are taken away lead nowhere. */
  readonly links: MapLinks;
  readonly measure: Measure;
}

/** Pixels of the picture: A3 at 150 dots an inch. */
const pictureWidth = 2480;

/** One file of the map. The same content gives the same bytes. */
export async function mindmapFile(kind: MindmapFile, input: MindmapInput): Promise<string | Uint8Array> {
  const { project, t } = input;
  const { scene, edition, context } = poster(kind === 'svg' ? input : { ...input, links: noLinks });
  switch (kind) {
    case 'svg':
      return toSvg(scene);
    case 'json':
      return toJson(edition, context);
    case 'csv':
      return toCsv(edition, context);
    case 'opml':
      return toOpml(edition, context);
    case 'mm':
      return toFreeplane(edition, context);
    case 'png': {
      const svg = toSvg(scene, { outline: outliner(await embeddedFonts(project)) });
      return sharp(Buffer.from(svg), { density: (72 * pictureWidth) / scene.width })
        .resize({ width: pictureWidth })
        .flatten({ background: '#ffffff' })
        .png({ compressionLevel: 7 })
        .toBuffer();
    }
    default: {
      const title = `${t('mindmap.poster.title')}. ${editionDate(edition, context)}`;
      const paper = kind.slice(0, 2) as PaperSize;
      return toPdf(scene, await embeddedFonts(project), paper, { title, author: t('site.name'), day: edition.day });
    }
  }
}
