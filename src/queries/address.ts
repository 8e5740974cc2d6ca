import type { Locale } from '../domain/locales.ts';
import { address } from '../lib/i18n/address.ts';
import { site } from '../site.ts';

/** The address of a page of a language; without parts, of its start page. */
export function to(locale: Locale, ...parts: readonly string[]): string {
  return address(site.base, locale, ...parts);
}

/** The address of a file that belongs to no language: an icon, a download. */
export function asset(name: string): string {
  return `${site.base.replace(/\/$/, '')}/${name}`;
}
