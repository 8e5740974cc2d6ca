import { inLanguage, type Locale } from '../domain/locales.ts';
import { to } from './address.ts';
import { pagesIn } from './doors.ts';
import { stringsOf } from './locale.ts';
import { mapHref } from './mindmap.ts';
import { professionalsLocale } from './translations.ts';

/** The page on which professionals find a route, the most used of what the site makes itself. */
export function routeIn(locale: Locale): {
  href: string;
  title: string;
  text: string;
  words: ReturnType<typeof inLanguage>;
} {
  const inner = professionalsLocale(locale);
  const t = stringsOf(inner);
  return {
    href: to(locale, 'professionals', 'route'),
    title: t('route.title'),
    text: t('route.hint'),
    words: inLanguage(inner, locale),
  };
}

/** The other pages for professionals that the site makes itself, the most used first. */
export function toolsIn(
  locale: Locale,
): { href: string; title: string; text: string; words: ReturnType<typeof inLanguage> }[] {
  const inner = professionalsLocale(locale);
  const t = stringsOf(inner);
  const words = inLanguage(inner, locale);
  return [
    { href: to(locale, 'professionals', 'directory'), title: t('directory.title'), text: t('directory.text'), words },
    {
      href: mapHref(locale, 'current'),
      title: stringsOf(locale)('mindmap.title'),
      text: stringsOf(locale)('mindmap.intro'),
      words: {},
    },
    { href: to(locale, 'professionals', 'data'), title: t('data.title'), text: t('data.text'), words },
    { href: to(locale, 'professionals', 'link'), title: t('link.title'), text: t('link.textTitle'), words },
  ];
}

/** Pages on consulting and referring, for who just read about one organisation. */
export function consultationPages(
  locale: Locale,
): { href: string; title: string; words: ReturnType<typeof inLanguage> }[] {
  const wanted = ['professionals/consultation', 'professionals/referring', 'professionals/case-meeting'];
  return wanted.flatMap((path) =>
    pagesIn(locale)
      .filter(({ page }) => page.path === path)
      .map(({ page, href }) => ({ href, title: page.meta.title, words: inLanguage(page.locale, locale) })),
  );
}
