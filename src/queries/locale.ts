import { isLocale, offeredLocales, type Locale } from '../domain/locales.ts';
import { translator, type Translate } from '../lib/i18n/translator.ts';
import { content } from './content.ts';

const translators = new Map<Locale, Translate>(
  offeredLocales.map((locale) => [locale, translator(locale, content.interface)]),
);

/** The strings of the interface in one language. */
export function stringsOf(locale: Locale): Translate {
  const translate = translators.get(locale);
  if (!translate) throw new Error(`The language "${locale}" is not offered`);
  return translate;
}

/** The language of a route. Every page lies below one, so anything else is a mistake in a route. */
export function localeOf(params: Readonly<Record<string, string | undefined>>): Locale {
  const locale = params.locale ?? '';
  if (!isLocale(locale)) throw new Error(`"${locale}" is not a language`);
  return locale;
}

/** Route parameters of the languages that are offered. */
export const localeParams = offeredLocales.map((locale) => ({ locale }));
