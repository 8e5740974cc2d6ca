import type { TextOf } from '../domain/content.ts';
import type { TextKind } from '../domain/kinds.ts';
import { chainOf, type Locale } from '../domain/locales.ts';
import { isShown, unitOf } from '../lib/translation/units.ts';
import { sourceLocale } from '../domain/locales.ts';
import { content } from './content.ts';

/** Words of a record in a language, or in the first of its fallbacks that has them and is not too old to show. */
export function wordsOf<K extends TextKind>(kind: K, id: string, locale: Locale): TextOf<K> {
  const words = content.texts[writtenIn(kind, id, locale)]?.[kind].get(id);
  if (!words) throw new Error(`No words for ${kind}/${id}`);
  return words;
}

/** The language in which a reader of a language gets the words of a record. */
export function writtenIn(kind: TextKind, id: string, locale: Locale): Locale {
  return chainOf(locale).find((code) => isShown(content, unitOf.text(kind, id), code)) ?? sourceLocale;
}
