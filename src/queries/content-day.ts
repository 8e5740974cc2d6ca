import { givenSiteDate } from '../gate/given-site-date.ts';
import { siteDate } from '../lib/freshness/site-date.ts';
import type { Locale } from '../domain/locales.ts';
import { formatDay } from '../lib/i18n/format-date.ts';
import { content } from './content.ts';

/** The day the site speaks from, as 2026-11-22. */
export const contentDay = siteDate(content, givenSiteDate());

/** The same day as a reader of a language writes it. */
export const contentDayIn = (locale: Locale): string => formatDay(contentDay, locale);
