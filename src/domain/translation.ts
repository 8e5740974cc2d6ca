import { z } from 'zod';
import { isoDate } from './fields.ts';
import type { TextKind } from './kinds.ts';
import { role } from './provenance.ts';

/**
 * What a translated text says of itself: which version of the source it was made from, and who read it.
 * Without a reader it is a machine's translation that no native speaker has checked.
 */
export const translationSchema = z
  .strictObject({
    of: z
      .string()
      .regex(/^[0-9a-f]{12}$/, { error: 'source-hash' })
      .describe('Van welke Nederlandse tekst dit de vertaling is. Dat vult npm run translations -- --made in.'),
    reviewedBy: role()
      .optional()
      .describe('Rol van wie deze taal van huis uit spreekt en de vertaling heeft nagekeken. Geen naam.'),
    reviewedOn: isoDate().optional().describe('Dag waarop dat was, zoals 2026-12-01.'),
  })
  .refine(({ reviewedBy, reviewedOn }) => (reviewedBy === undefined) === (reviewedOn === undefined), {
    error: 'reviewed-whole',
  });

export type Translation = z.infer<typeof translationSchema>;

/** One text that is translated as a whole: a page, the words of a record, a part of the interface. */
export type UnitKey = `pages/${string}` | `${TextKind}/${string}` | `interface/${string}` | 'activity-labels';

/** The field of a text, a page or a part of the interface in which that stands. */
export const translationField = 'translation';

export const translationStates = ['source', 'missing', 'outdated', 'machine', 'reviewed'] as const;

/** How a text stands in a language; computed, never written down. */
export type TranslationState = (typeof translationStates)[number];
