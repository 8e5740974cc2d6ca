import type { Content } from '../../domain/content.ts';
import { locales, type Locale } from '../../domain/locales.ts';
import type { EditionId } from '../../domain/mindmap.ts';
import type { Translate } from '../i18n/translator.ts';
import { posterScene, sheetScenes, type LayoutOptions } from './layout.ts';
import type { Measure } from './measure.ts';
import type { Scene } from './scene.ts';
import { chainTree, editionName, editionOf, sheetOf, type Edition, type MapLinks, type ViewContext } from './views.ts';

export interface PosterInput {
  readonly content: Content;
  readonly locale: Locale;
  readonly t: Translate;
  readonly edition: EditionId;
  /** The day of the site. */
  readonly today: string;
  readonly links: MapLinks;
  readonly measure: Measure;
}

/** The whole chain on one date: the edition, one large poster of it, and the same on small sheets. */
export function poster(input: PosterInput): {
  edition: Edition;
  context: ViewContext;
  scene: () => Scene;
  sheets: () => Scene[];
} {
  const { content, locale, t, links, measure } = input;
  const context: ViewContext = { content, locale, t, links };
  const edition = editionOf(content, input.edition, input.today);
  const label = t('mindmap.label', { title: `${t('mindmap.poster.title')}, ${editionName(edition, t)}` });
  const sheet = sheetOf(edition, context);
  const tree = chainTree(edition, context);
  const options = layoutOptions(locale, label, measure);
  return {
    edition,
    context,
    scene: () => ({ ...posterScene(tree, sheet, options), description: `${sheet.intro} ${sheet.date}.` }),
    sheets: () => sheetScenes(tree, sheet, options, (page, pages) => t('mindmap.poster.page', { page, pages })),
  };
}

/** How a drawing is set in a language. */
export function layoutOptions(locale: Locale, label: string, measure: Measure): LayoutOptions {
  return { locale, dir: locales[locale].dir, label, measure };
}
