/**
 * The one table of languages. A language that is not `offered` has content that is checked, and no pages:
 * its owner can withhold it, or wait until it has been read.
 *
 * `complete` means: the check refuses a gap. In a language that is not complete, what is missing or
 * withdrawn falls back, in order, to the languages in `fallback`, and says so.
 */
export const locales = {
  nl: { ownName: 'Nederlands', dir: 'ltr', letters: 'latin', offered: true, complete: true, fallback: [] },
  en: { ownName: 'English', dir: 'ltr', letters: 'latin', offered: true, complete: true, fallback: ['nl'] },
  es: { ownName: 'Español', dir: 'ltr', letters: 'latin', offered: true, complete: false, fallback: ['en', 'nl'] },
  pt: { ownName: 'Português', dir: 'ltr', letters: 'latin', offered: true, complete: false, fallback: ['en', 'nl'] },
  ro: { ownName: 'Română', dir: 'ltr', letters: 'latin-ext', offered: true, complete: false, fallback: ['en', 'nl'] },
  bg: { ownName: 'Български', dir: 'ltr', letters: 'cyrillic', offered: true, complete: false, fallback: ['en', 'nl'] },
  hu: { ownName: 'Magyar', dir: 'ltr', letters: 'latin-ext', offered: true, complete: false, fallback: ['en', 'nl'] },
  pl: { ownName: 'Polski', dir: 'ltr', letters: 'latin-ext', offered: true, complete: false, fallback: ['en', 'nl'] },
  ar: { ownName: 'العربية', dir: 'rtl', letters: 'arabic', offered: true, complete: false, fallback: ['en', 'nl'] },
} as const satisfies Record<string, LocaleEntry>;

/** Letters beyond those of the two faces that every page has. */
export type Letters = 'latin' | 'latin-ext' | 'cyrillic' | 'arabic';

interface LocaleEntry {
  /** Name of the language as its speakers write it. */
  readonly ownName: string;
  readonly dir: 'ltr' | 'rtl';
  /** Letters it is written in: says which fonts its pages ask for (src/layouts/fonts.ts). */
  readonly letters: Letters;
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

/**
 * Languages in which nothing may be missing: those of professionals' pages, of data files, and of the posters
 * that every build makes (any other poster by `npm run posters`).
 */
export const completeLocales = localeCodes.filter((code) => entry(code).complete);

/** Languages a text is looked for in: the reader's own first, the one it was written in last. */
export function chainOf(locale: Locale): Locale[] {
  return [...new Set([locale, ...(entry(locale).fallback as readonly Locale[]), sourceLocale])];
}

/** What an element needs that holds a text of one language on a page in another; nothing when it is the same. */
export function inLanguage(text: Locale, page: Locale): { lang?: Locale; dir?: 'ltr' | 'rtl' } {
  if (text === page) return {};
  return entry(text).dir === entry(page).dir ? { lang: text } : { lang: text, dir: entry(text).dir };
}

export function isLocale(value: string): value is Locale {
  return Object.hasOwn(locales, value);
}

/** The entry as any language may have it, not as today's languages happen to have it. */
function entry(code: Locale): LocaleEntry {
  return locales[code];
}
