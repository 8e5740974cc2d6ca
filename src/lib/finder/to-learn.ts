import type { Content } from '../../domain/content.ts';
import { localeCodes } from '../../domain/locales.ts';
import { publicRecords } from '../content/public-records.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import type { ToLearn } from './build-model.ts';

/** A label says a need at its plainest, so it counts for as many wordings. */
const labelCounts = 4;

/** What the finder learns from the content: public needs in the order of their ids, word groups, and what is outside. */
export function toLearn(content: Content): ToLearn {
  return {
    needs: publicRecords(content, 'questions')
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, question]) => ({
        id,
        isAcute: question.urgency === 'acute',
        services: question.services.map((service) => ({ id: service.id, when: service.when ?? [] })),
        wordings: localeCodes.flatMap((locale) => {
          const words = content.texts[locale]?.questions.get(id);
          return words
            ? [...Array<string>(labelCounts).fill(words.label), ...words.wordings].map((text) => ({ locale, text }))
            : [];
        }),
      })),
    groups: localeCodes.map((locale) => ({ locale, groups: content.wordGroups[locale] ?? {} })),
    outside: localeCodes.flatMap((locale) =>
      (content.outside[locale]?.outside ?? []).map((text) => ({ locale, text })),
    ),
  };
}
