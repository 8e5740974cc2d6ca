import type { Content } from '../../domain/content.ts';
import { locales, type Locale } from '../../domain/locales.ts';
import type { EditionId } from '../../domain/mindmap.ts';
import type { Translate } from '../i18n/translator.ts';
import { posterScene, type LayoutOptions } from './layout.ts';
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

/** The whole chain on one date, as a poster. */
export function poster(input: PosterInput): { scene: Scene; edition: Edition; context: ViewContext } {
  const { content, locale, t, links, measure } = input;
  const context: ViewContext = { content, locale, t, links };
  const edition = editionOf(content, input.edition, input.today);
  const label = t('mindmap.label', { title: `${t('mindmap.poster.title')}, ${editionName(edition, t)}` });
  const scene = posterScene(
    chainTree(edition, context),
    sheetOf(edition, context),
    layoutOptions(locale, label, measure),
  );
  return { scene, edition, context };
}

/** How a drawing is set in a language. */
export function layoutOptions(locale: Locale, label: string, measure: Measure): LayoutOptions {
  return { locale, dir: locales[locale].dir, label, measure };
}
