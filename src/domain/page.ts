import { z } from 'zod';
import { ref, text, visibility } from './fields.ts';
import type { Pictogram } from './pictograms.ts';
import { review } from './provenance.ts';

/** Parts of a door with many pages, in their order, each with its drawing. Words: the interface, under "topics". */
export const topics = {
  body: 'plaster',
  safe: 'shield',
  rules: 'sheet',
  money: 'house',
  life: 'cup',
} as const satisfies Record<string, Pictogram>;
export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as [Topic, ...Topic[]];

const pageWords = {
  title: text().describe('De kop boven de pagina.'),
  tabTitle: text().describe('Titel in het tabblad. Neutraal: wie meekijkt leest er niets in.'),
  description: text().describe('Eén zin over de pagina, voor zoekmachines en lijsten.'),
} as const;

/** What stands between the two lines of --- at the top of a translated page: words only. Facts are the source's. */
export const translatedPageSchema = z.strictObject(pageWords);

/** What stands between the two lines of --- at the top of a page in the source language. */
export const pageSchema = z.strictObject({
  ...pageWords,
  order: z.int().min(1).describe('Plaats in de lijst van deze deur: 1 staat bovenaan.'),
  doors: z
    .array(ref('doors', 'Bestandsnaam uit content/doors'))
    .default([])
    .describe('Bij welke deuren deze pagina staat. Leeg bij pagina’s in de map about.'),
  topic: z
    .enum(topicNames)
    .optional()
    .describe(
      'Onder welk kopje de pagina staat bij een deur met veel pagina’s. body: lijf. safe: veiligheid. rules: regels. money: geld, wonen, papieren. life: jij en anderen.',
    ),
  sources: z
    .array(ref('sources', 'Bestandsnaam uit content/sources'))
    .default([])
    .describe('Waar de feiten op deze pagina staan.'),
  ...review,
  visibility: visibility(),
});

export type PageMeta = z.infer<typeof pageSchema>;

/** A door with more pages than this shows them under headings. */
export const manyPages = 12;

/** The folder of pages that belong to no door. */
export const aboutFolder = 'about';

/** Pages that the site makes itself beside those of editors: a text may link to them, and none may be named so. */
export const ownPages = [
  'professionals/data',
  'professionals/directory',
  'professionals/link',
  'professionals/map',
  'professionals/route',
] as const;
