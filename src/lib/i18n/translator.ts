import i18next from 'i18next';
import type { InterfaceTexts } from '../../domain/content.ts';
import { locales, type Locale } from '../../domain/locales.ts';

/** A string of the interface by its key, with values filled in where it has slots. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The strings of one language, with the language's fallbacks behind it. Throws on a key that no
 * language has: a page must never show a key.
 */
export function translator(locale: Locale, texts: Readonly<Partial<Record<Locale, InterfaceTexts>>>): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: [...locales[locale].fallback],
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(texts).map(([code, translation]) => [code, { translation }])),
  });
  return (key, values = {}) => {
    if (!instance.exists(key)) throw new Error(`No string "${key}" in content/interface/${locale}.json`);
    return instance.t(key, values);
  };
}
