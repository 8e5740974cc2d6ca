import { chainOf, completeLocales, sourceLocale, type Locale } from '../domain/locales.ts';
import type { Translation, TranslationState } from '../domain/translation.ts';
import { stateOf, unitOf } from '../lib/translation/units.ts';
import { content } from './content.ts';

/** How a page stands in a language, and who read the translation. */
export function stateOfPage(
  path: string,
  locale: Locale,
): { state: TranslationState; reviewed: Translation | undefined } {
  const state = stateOf(content, unitOf.page(path), locale);
  const translation = content.translations[locale]?.get(unitOf.page(path));
  return { state, reviewed: state === 'reviewed' ? translation : undefined };
}

/** The language in which readers of a language get the pages that the site makes for professionals. */
export function professionalsLocale(locale: Locale): Locale {
  return chainOf(locale).find((code) => completeLocales.includes(code)) ?? sourceLocale;
}
