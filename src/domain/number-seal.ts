import { z } from 'zod';
import { isoDate, slugPattern } from './fields.ts';
import { role } from './provenance.ts';

/** That somebody compared a number with its source, digit by digit, and typed it over. */
const numberSeal = z.strictObject({
  number: z.string().describe('Het nummer, precies zoals het in content/contacts staat.'),
  by: z
    .enum(['start', ...role().options])
    .describe('Rol van wie het nummer met de bron vergeleek. start: het stond er al toen de zegels begonnen.'),
  on: isoDate().describe('Dag waarop dat gebeurde, zoals 2026-12-01.'),
});

/** `content/numbers.yaml`: the numbers of each contact as they were when somebody last compared them. */
export const numberSealsSchema = z
  .record(z.string().regex(slugPattern, { error: 'kebab-case' }), z.array(numberSeal).min(1))
  .describe('Zegels op nummers, per contact. Schrijf hier niet zelf in: doe npm run numbers.');

export type NumberSeal = z.infer<typeof numberSeal>;
export type NumberSeals = z.infer<typeof numberSealsSchema>;
