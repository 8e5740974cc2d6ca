import sharp from 'sharp';
import type { Content } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import type { EditionId } from '../domain/mindmap.ts';
import type { Translate } from '../lib/i18n/translator.ts';
import { toJson } from '../lib/mindmap/data.ts';
import type { Measure } from '../lib/mindmap/measure.ts';
import { outliner } from '../lib/mindmap/outline.ts';
import { poster } from '../lib/mindmap/render.ts';
import { toCsv } from '../lib/mindmap/to-csv.ts';
import { toFreeplane, toOpml } from '../lib/mindmap/to-outline.ts';
import { toPdf, type PaperSize } from '../lib/mindmap/to-pdf.ts';
import { toSvg } from '../lib/mindmap/to-svg.ts';
import { editionDate, noLinks, type MapLinks } from '../lib/mindmap/views.ts';
import { embeddedFonts } from './map-fonts.ts';

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
  const { scene, sheets, edition, context } = poster({ ...input, links: noLinks });
  switch (kind) {
    case 'svg':
      return toSvg(scene());
    case 'json':
      return toJson(edition, context);
    case 'csv':
      return toCsv(edition, context);
    case 'opml':
      return toOpml(edition, context);
    case 'mm':
      return toFreeplane(edition, context);
    case 'png': {
      const drawing = scene();
      const svg = toSvg(drawing, { outline: outliner(await embeddedFonts(project, input.locale)) });
      return (
        sharp(Buffer.from(svg), { density: (72 * pictureWidth) / drawing.width })
          .resize({ width: pictureWidth })
          .flatten({ background: '#ffffff' })
          // A palette halves the file; the least effort finds one that is as good.
          .png({ palette: true, effort: 1, dither: 0, compressionLevel: 7 })
          .toBuffer()
      );
    }
    default: {
      const title = `${t('mindmap.poster.title')}. ${editionDate(edition, context)}`;
      const paper = kind.slice(0, 2) as PaperSize;
      const pages = paper === 'a3' ? [scene()] : sheets();
      return toPdf(pages, await embeddedFonts(project, input.locale), paper, {
        title,
        author: t('site.name'),
        day: edition.day,
      });
    }
  }
}
