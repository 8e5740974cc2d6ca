import { z } from 'zod';
import { certainty, isoDate, ref, slug, text, visibility } from './fields.ts';
import { markShapeNames } from './mindmap.ts';
import { review } from './provenance.ts';

/** An organisation (HSDS: organization). */
export const partnerSchema = z.strictObject({
  name: text().describe('Naam zoals de organisatie die zelf gebruikt. Wordt niet vertaald.'),
  kind: z
    .enum(['chain', 'municipality', 'national', 'support', 'former', 'legend'])
    .describe(
      'chain: partner van de keten. municipality: gemeente. national: landelijk. support: helpt cliënten van een partner verder. former: deed vroeger mee. legend: alleen een woord in de tekening van 2020, geen organisatie.',
    ),
  slug: slug()
    .optional()
    .describe('Het stukje webadres van de pagina over deze partner. Neutraal. Zonder deze regel is er geen pagina.'),
  order: z.int().min(1).describe('Plaats in de lijst van partners: 1 staat bovenaan.'),
  contacts: z
    .array(ref('contacts', 'Bestandsnaam uit content/contacts'))
    .default([])
    .describe('Hoe je de organisatie bereikt.'),
  since: isoDate().optional().describe('Partner sinds deze dag.'),
  until: isoDate().optional().describe('Partner tot deze dag.'),
  certainty: certainty().optional(),
  mark: z
    .strictObject({
      shape: z.enum(markShapeNames).describe('De vorm op de mindmap. Elke vorm heeft een eigen kleur.'),
      letter: z
        .string()
        .regex(/^\p{L}{1,2}$/u, { error: 'mark-letter' })
        .describe('Een of twee letters in die vorm.'),
    })
    .optional()
    .describe('Het teken op de mindmap. Nodig zodra een activiteit deze partner noemt. Elk teken komt één keer voor.'),
  sources: z.array(ref('sources', 'Bestandsnaam uit content/sources')).min(1).describe('Waar dit staat.'),
  ...review,
  visibility: visibility(),
  note: text().optional().describe('Voor de redactie. Komt nooit op de site.'),
});

export const partnerTextSchema = z.strictObject({
  name: text()
    .optional()
    .describe('Alleen bij kind: legend, een woord dat geen naam is: dat woord in deze taal. Namen vertaal je nooit.'),
  role: text().describe('Wat deze organisatie doet, in één korte zin.'),
  about: text().describe('Twee tot vier korte zinnen voor wie hulp zoekt.'),
  explanation: text().optional().describe('Wat de Nederlandse naam betekent, voor lezers van een andere taal.'),
  stance: text().optional().describe('Wat de organisatie zelf zegt te willen of te vinden. Eerlijk en zonder oordeel.'),
  referring: text().optional().describe('Voor professionals: wat bekend is over verwijzen.'),
  consultation: text()
    .optional()
    .describe('Voor professionals: wat bekend is over overleggen en advies, ook zonder naam.'),
  training: text().optional().describe('Voor professionals: welke training of lessen er waren, en in welk jaar.'),
});

export type Partner = z.infer<typeof partnerSchema>;
export type PartnerText = z.infer<typeof partnerTextSchema>;
