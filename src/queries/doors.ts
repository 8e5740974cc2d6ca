import type { Page } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import type { Door, DoorText } from '../domain/records.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { aboutFolder, manyPages, topicNames, type Topic } from '../domain/page.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { to } from './address.ts';
import { content } from './content.ts';
import { wordsOf } from './words.ts';

export interface ShownDoor extends Door, DoorText {
  readonly id: string;
  readonly href: string;
}

export interface ShownPage {
  readonly page: Page;
  readonly href: string;
}

/** The doors of the start page, in their order. */
export function doorsIn(locale: Locale): ShownDoor[] {
  return publicRecords(content, 'doors')
    .map(([id, door]) => ({ id, ...door, ...wordsOf('doors', id, locale), href: to(locale, door.slug) }))
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

/** All public pages of a language, in their order. */
export function pagesIn(locale: Locale): ShownPage[] {
  return content.pages
    .filter((page) => page.locale === locale && page.meta.visibility === 'public')
    .map((page) => ({ page, href: to(locale, page.path) }))
    .sort((a, b) => a.page.meta.order - b.page.meta.order || byCodeUnit(a.page.path, b.page.path));
}

/** Drawing and way back for the head of a page that the site makes itself for professionals. */
export function professionalsHead(locale: Locale): {
  pictogram: ShownDoor['pictogram'] | undefined;
  above: { href: string; title: string } | undefined;
} {
  const door = doorsIn(locale).find(({ slug }) => slug === 'professionals');
  return { pictogram: door?.pictogram, above: door && { href: door.href, title: door.title } };
}
