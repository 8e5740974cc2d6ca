import type { Content } from '../../domain/content.ts';
import { localeCodes } from '../../domain/locales.ts';
import { publicRecords } from '../content/public-records.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import type { NeedDocument } from './finder.ts';

/** The public needs of the content as the finder reads them, in the order of their ids. */
export function needsOf(content: Content): NeedDocument[] {
  return publicRecords(content, 'questions')
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, question]) => ({
      id,
      isAcute: question.urgency === 'acute',
      services: question.services.map((service) => ({ id: service.id, isConditional: service.when !== undefined })),
      wordings: localeCodes.flatMap((locale) => {
        const words = content.texts[locale]?.questions.get(id);
        return words ? [words.label, ...words.wordings] : [];
      }),
    }));
}
