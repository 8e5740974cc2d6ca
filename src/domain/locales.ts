/**
 * The one table of languages. A language that is not `offered` is not built.
 *
 * `complete` means: every text a visitor reads must exist in this language, and the check refuses
 * a gap. A language that is not complete falls back, in order, to the languages in `fallback`.
 */
export const locales = {
  nl: { ownName: 'Nederlands', dir: 'ltr', offered: true, complete: true, fallback: [] },
  en: { ownName: 'English', dir: 'ltr', offered: true, complete: true, fallback: ['nl'] },
} as const satisfies Record<string, LocaleEntry>;

interface LocaleEntry {
  /** Name of the language as its speakers write it. */
  readonly ownName: string;
  readonly dir: 'ltr' | 'rtl';
  readonly offered: boolean;
  readonly complete: boolean;
  readonly fallback: readonly string[];
}

export type Locale = keyof typeof locales;

/** The language the sources are in, and in which a text is written first. */
export const sourceLocale: Locale = 'nl';

export const localeCodes = Object.keys(locales) as Locale[];

/** Languages that get pages, in the order of the table. */
export const offeredLocales = localeCodes.filter((code) => entry(code).offered);

/** Languages in which nothing may be missing. */
export const completeLocales = localeCodes.filter((code) => entry(code).complete);

export function isLocale(value: string): value is Locale {
  return Object.hasOwn(locales, value);
}

/** The entry as any language may have it, not as today's languages happen to have it. */
function entry(code: Locale): LocaleEntry {
  return locales[code];
}
