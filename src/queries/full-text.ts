import type { SearchFilter } from '../islands/search-parts.ts';
import type { Locale } from '../domain/locales.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { pageLabels } from '../lib/full-text/page-labels.ts';
import { content } from './content.ts';
import { doorsIn, pagesIn, type ShownDoor, type ShownPage } from './doors.ts';
import { stringsOf } from './locale.ts';
import { partnersIn } from './partners.ts';
import { wordsOf } from './words.ts';

/** By what results can be narrowed; only what some page has. */
export function filtersIn(locale: Locale): SearchFilter[] {
  const t = stringsOf(locale);
  const labels = [...pageLabels(content).values()];
  const groups = publicRecords(content, 'groups')
    .filter(([id]) => labels.some(({ group }) => group.includes(id)))
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id]) => ({ id, name: wordsOf('groups', id, locale).name }));
  const partners = partnersIn(locale)
    .filter(({ id }) => labels.some(({ partner }) => partner.includes(id)))
    .map(({ id, partner }) => ({ id, name: partner.name }));
  return [
    { name: 'group', label: t('search.group'), any: t('search.anyGroup'), options: groups },
    { name: 'partner', label: t('search.partner'), any: t('search.anyPartner'), options: partners },
  ];
}

/** Every page of every door, each under the door it lives behind. */
export function pagesByDoor(locale: Locale): { door: ShownDoor; pages: ShownPage[] }[] {
  const pages = pagesIn(locale);
  return doorsIn(locale).map((door) => ({ door, pages: pages.filter(({ page }) => page.folder === door.slug) }));
}
