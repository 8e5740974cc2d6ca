import type { Content } from '../../domain/content.ts';
import { chainOf, offeredLocales, type Locale } from '../../domain/locales.ts';
import { publicRecords } from '../content/public-records.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import type { ToLearn } from './lessons.ts';

/** A label says a need at its plainest, so it counts for as many wordings. */
const labelCounts = 4;

/** The languages that are offered and have wordings of their own: only these are learned, and get a model. */
export function finderLocales(content: Content): Locale[] {
  return offeredLocales.filter((locale) => (content.texts[locale]?.questions.size ?? 0) > 0);
}

/** Whose model the pages of a language use: their own, or that of the first fallback that has one. */
export function finderLocaleOf(content: Content, locale: Locale): Locale {
  const own = finderLocales(content);
  return chainOf(locale).find((code) => own.includes(code)) ?? locale;
}

/** What the finder learns from the content: public needs in the order of their ids, word groups, and what is outside. */
export function toLearn(content: Content): ToLearn {
  return {
    locales: finderLocales(content),
    needs: publicRecords(content, 'questions')
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, question]) => ({
        id,
        isAcute: question.urgency === 'acute',
        services: question.services.map((service) => ({ id: service.id, when: service.when ?? [] })),
        wordings: finderLocales(content).flatMap((locale) => {
          const words = content.texts[locale]?.questions.get(id);
          return words
            ? [...Array<string>(labelCounts).fill(words.label), ...words.wordings].map((text) => ({ locale, text }))
            : [];
        }),
      })),
    groups: finderLocales(content).map((locale) => ({ locale, groups: content.wordGroups[locale] ?? {} })),
    outside: finderLocales(content).flatMap((locale) =>
      (content.outside[locale]?.outside ?? []).map((text) => ({ locale, text })),
    ),
  };
}
