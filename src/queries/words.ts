import type { TextOf } from '../domain/content.ts';
import type { TextKind } from '../domain/kinds.ts';
import { locales, sourceLocale, type Locale } from '../domain/locales.ts';
import { content } from './content.ts';

/** Words of a record in a language, or in the first of its fallbacks that has them. */
export function wordsOf<K extends TextKind>(kind: K, id: string, locale: Locale): TextOf<K> {
  const chain = [locale, ...locales[locale].fallback, sourceLocale] as readonly Locale[];
  for (const code of chain) {
    const words = content.texts[code]?.[kind].get(id);
    if (words) return words;
  }
  throw new Error(`No words for ${kind}/${id}`);
}
