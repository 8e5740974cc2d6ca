import { z } from 'zod';
import { slugPattern, text } from './fields.ts';

const wordGroup = z.strictObject({
  words: z
    .array(text())
    .min(1)
    .describe(
      'Woorden die voor de zoeker hetzelfde betekenen. Een woord met * erachter staat voor alles wat zo begint, met * ervoor voor alles wat zo eindigt. Meer woorden achter elkaar zijn één uitdrukking.',
    ),
  misspelled: z.array(text()).min(1).optional().describe('Zoals mensen het vaak verkeerd schrijven.'),
  alsoMeans: z
    .array(z.string().regex(slugPattern, { error: 'kebab-case' }))
    .min(1)
    .optional()
    .describe(
      'Namen van andere groepen waar dit ook bij hoort. Eén kant op: coke is ook drugs, drugs is niet altijd coke.',
    ),
});

/** Groups of words that mean the same to the finder, by name. */
export const wordGroupsSchema = z
  .record(z.string().regex(slugPattern, { error: 'kebab-case' }), wordGroup)
  .describe('Groepen van woorden. De naam van een groep is in elke taal dezelfde, in het Engels.');

/** What people type that the site is not for. */
export const outsideSchema = z.strictObject({
  outside: z
    .array(text())
    .min(1)
    .describe('Wat mensen typen waar deze site niet voor is, zodat de zoeker dat eerlijk kan zeggen.'),
});

export type WordGroups = z.infer<typeof wordGroupsSchema>;
export type Outside = z.infer<typeof outsideSchema>;
