import type { Page } from '../domain/content.ts';
import { chainOf, sourceLocale, type Locale } from '../domain/locales.ts';
import type { Door, DoorText } from '../domain/records.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { aboutFolder, manyPages, topicNames, type Topic } from '../domain/page.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { isShown, unitOf } from '../lib/translation/units.ts';
import { to } from './address.ts';
import { content } from './content.ts';
import { wordsOf, writtenIn } from './words.ts';

export interface ShownDoor extends Door, DoorText {
  readonly id: string;
  readonly href: string;
  /** Language of its words. */
  readonly written: Locale;
}

export interface ShownPage {
  /** In the language of the reader, or in the first fallback that may be shown. */
  readonly page: Page;
  readonly href: string;
}

/** The doors of the start page, in their order. */
export function doorsIn(locale: Locale): ShownDoor[] {
  return publicRecords(content, 'doors')
    .map(([id, door]) => ({
      id,
      ...door,
      ...wordsOf('doors', id, locale),
      written: writtenIn('doors', id, locale),
      href: to(locale, door.slug),
    }))
    .sort((a, b) => a.order - b.order || byCodeUnit(a.id, b.id));
}

/** Public pages that stand behind a door, those of its own folder first. */
function pagesOfDoor(door: ShownDoor, locale: Locale): ShownPage[] {
  return pagesIn(locale)
    .filter(({ page }) => page.meta.doors.includes(door.id))
    .sort((a, b) => Number(b.page.folder === door.slug) - Number(a.page.folder === door.slug));
}

export interface PageGroup {
  /** Left out where the pages of a door need no headings. */
  readonly topic?: Topic;
  readonly pages: readonly ShownPage[];
}

/** The pages of a door, under the headings of their topics when they are many; those without one come last. */
export function pagesByTopic(door: ShownDoor, locale: Locale): PageGroup[] {
  const pages = pagesOfDoor(door, locale);
  if (pages.length <= manyPages) return [{ pages }];
  const groups = topicNames.map((topic) => ({ topic, pages: pages.filter(({ page }) => page.meta.topic === topic) }));
  const rest = pages.filter(({ page }) => page.meta.topic === undefined);
  return [...groups, { pages: rest }].filter((group) => group.pages.length > 0);
}

/** Pages about the site itself. */
export function aboutPages(locale: Locale): ShownPage[] {
  return pagesIn(locale).filter(({ page }) => page.folder === aboutFolder);
}

/**
 * All public pages for readers of a language, in their order. Every page has an address in every language:
 * where its translation is missing or withdrawn, it is the page of the first fallback that may be shown.
 */
export function pagesIn(locale: Locale): ShownPage[] {
  return content.pages
    .filter((page) => page.locale === sourceLocale && page.meta.visibility === 'public')
    .map(({ path }) => ({ page: pageFor(path, locale), href: to(locale, path) }))
    .sort((a, b) => a.page.meta.order - b.page.meta.order || byCodeUnit(a.page.path, b.page.path));
}

/** A page for readers of a language, in it or in the first fallback that may be shown. Throws when there is none. */
export function pageFor(path: string, locale: Locale): Page {
  const own = chainOf(locale).find((code) => isShown(content, unitOf.page(path), code));
  const page = content.pages.find((one) => one.path === path && one.locale === own);
  if (!page) throw new Error(`No page ${path}`);
  return page;
}

/** Drawing and way back for the head of a page that the site makes itself for professionals. */
export function professionalsHead(locale: Locale): {
  pictogram: ShownDoor['pictogram'] | undefined;
  above: { href: string; title: string } | undefined;
} {
  const door = doorsIn(locale).find(({ slug }) => slug === 'professionals');
  return { pictogram: door?.pictogram, above: door && { href: door.href, title: door.title } };
}
