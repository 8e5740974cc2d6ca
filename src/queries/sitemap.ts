import { offeredLocales, type Locale } from '../domain/locales.ts';
import { fullText } from '../domain/full-text.ts';
import { mindmapPage } from '../domain/mindmap.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { site } from '../site.ts';
import { to } from './address.ts';
import { doorsIn, pagesIn } from './doors.ts';
import { mapPages } from './mindmap.ts';
import { partnersIn } from './partners.ts';
import { professionalsLocale } from './translations.ts';

/** One page, and its address in every language in which it is really written. */
export interface ListedAddress {
  readonly address: string;
  readonly locale: Locale;
}

const absolute = (path: string): string => `${site.origin}${path}`;

/**
 * Every page with the languages it exists in, by path. A page that falls back is not listed in the
 * language of its frame: the page it falls back to is.
 */
export function pagesByLanguage(): (readonly ListedAddress[])[] {
  const found = new Map<string, ListedAddress[]>();
  for (const locale of offeredLocales) {
    const own = professionalsLocale(locale) === locale;
    const paths = [
      '',
      'ask',
      'who',
      'about',
      'about/together',
      `professionals/${mindmapPage}`,
      fullText.page,
      ...doorsIn(locale)
        .filter(({ written }) => written === locale)
        .map(({ slug }) => slug),
      ...pagesIn(locale)
        .filter(({ page }) => page.locale === locale)
        .map(({ page }) => page.path),
      ...partnersIn(locale)
        .filter(({ written }) => written === locale)
        .map(({ partner }) => `who/${partner.slug}`),
      ...(own ? ['route', 'directory', 'data', 'link'].map((name) => `professionals/${name}`) : []),
    ];
    const maps = mapPages(locale).map(({ href }) => href.slice(to(locale).length));
    for (const path of [...paths, ...maps]) {
      const all = found.get(path) ?? [];
      found.set(path, [...all, { address: absolute(to(locale, path)), locale }]);
    }
  }
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, addresses]) => addresses);
}
