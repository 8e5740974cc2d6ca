import { z } from 'zod';
import { text, visibility } from './fields.ts';
import { localeCodes } from './locales.ts';

const perLanguage = (description: string) =>
  z
    .partialRecord(z.enum(localeCodes as [string, ...string[]]), z.array(text()).min(1))
    .optional()
    .describe(description);

/** One term of the chain: how each language says it, and what the site never says. */
export const glossarySchema = z.strictObject({
  term: text().describe('Het woord in het Nederlands, zoals de site het gebruikt.'),
  keep: z
    .boolean()
    .default(false)
    .describe('true: een eigennaam. Staat hij in de Nederlandse tekst, dan ook letterlijk in elke vertaling.'),
  say: perLanguage('Per taal: zo zeggen wij het. Het eerste woord is het liefste.'),
  never: perLanguage(
    'Per taal: dit zegt de site nooit. Een woord met * erachter staat voor alles wat zo begint. Wat mensen zelf typen (wordings) mag wel zo heten.',
  ),
  why: text().describe('Waarom, in één zin. Staat bij de melding als iemand het toch schrijft.'),
  visibility: visibility(),
});
