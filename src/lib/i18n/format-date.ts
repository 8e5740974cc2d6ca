import type { Locale } from '../../domain/locales.ts';

/** A day in words, as a reader of the language writes it: 2026-11-22 → 22 november 2026. */
export function formatDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(intlCode(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** The date of a source, which may be a year, a month or a day. Undefined where it has none. */
export function formatSourceDate(date: string, locale: Locale): string | undefined {
  if (date === 'undated') return undefined;
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{4}-\d\d$/.test(date)) {
    return new Intl.DateTimeFormat(intlCode(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${date}-01T00:00:00Z`),
    );
  }
  return formatDay(date, locale);
}

/** English as it is written in Europe: day before month. */
function intlCode(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** Name of a language in another language: en in nl gives Engels. */
export function languageName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(intlCode(locale), { type: 'language' }).of(code) ?? code;
}
