import { z } from 'zod';
import { ref, text, visibility } from './fields.ts';
import { review } from './provenance.ts';

/** What stands between the two lines of --- at the top of a page. */
export const pageSchema = z.strictObject({
  title: text().describe('De kop boven de pagina.'),
  tabTitle: text().describe('Titel in het tabblad. Neutraal: wie meekijkt leest er niets in.'),
  description: text().describe('Eén zin over de pagina, voor zoekmachines en lijsten.'),
  order: z.int().min(1).describe('Plaats in de lijst van deze deur: 1 staat bovenaan.'),
  doors: z
    .array(ref('doors', 'Bestandsnaam uit content/doors'))
    .default([])
    .describe('Bij welke deuren deze pagina staat. Leeg bij pagina’s in de map about.'),
  sources: z
    .array(ref('sources', 'Bestandsnaam uit content/sources'))
    .default([])
    .describe('Waar de feiten op deze pagina staan.'),
  ...review,
  visibility: visibility(),
});

export type PageMeta = z.infer<typeof pageSchema>;

/** Frontmatter that says facts, not words: it must be the same in every language. */
export const pageFacts = ['order', 'doors', 'sources', 'visibility'] as const satisfies readonly (keyof PageMeta)[];

/** The folder of pages that belong to no door. */
export const aboutFolder = 'about';
