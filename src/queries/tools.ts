import type { Locale } from '../domain/locales.ts';
import { to } from './address.ts';
import { pagesIn } from './doors.ts';
import { stringsOf } from './locale.ts';
import { mapHref } from './mindmap.ts';

/** Pages for professionals that the site makes itself, the most used first. */
export function toolsIn(locale: Locale): { href: string; title: string; text: string }[] {
  const t = stringsOf(locale);
  return [
    { href: to(locale, 'professionals', 'directory'), title: t('directory.title'), text: t('directory.text') },
    { href: mapHref(locale, 'current'), title: t('mindmap.title'), text: t('mindmap.intro') },
    { href: to(locale, 'professionals', 'data'), title: t('data.title'), text: t('data.text') },
    { href: to(locale, 'professionals', 'link'), title: t('link.title'), text: t('link.textTitle') },
  ];
}

/** Pages on consulting and referring, for who just read about one organisation. */
export function consultationPages(locale: Locale): { href: string; title: string }[] {
  const wanted = ['professionals/consultation', 'professionals/referring', 'professionals/case-meeting'];
  return wanted.flatMap((path) =>
    pagesIn(locale)
      .filter(({ page }) => page.path === path)
      .map(({ page, href }) => ({ href, title: page.meta.title })),
  );
}
