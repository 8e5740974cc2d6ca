import { z } from 'zod';
import { ref, slugPattern, text, visibility } from './fields.ts';
import type { Pictogram } from './pictograms.ts';
import { review } from './provenance.ts';

/** Under which heading a need stands in the list that works without scripts, in its order, with its drawing. */
export const themes = {
  danger: 'ring',
  violence: 'shield',
  forced: 'fork',
  online: 'screen',
  body: 'plaster',
  mind: 'lamp',
  use: 'cup',
  young: 'question',
  people: 'beside',
  worry: 'window',
  money: 'stones',
  home: 'house',
  papers: 'letter',
  rules: 'sheet',
  change: 'compass',
  professionals: 'chain',
  site: 'lines',
} as const satisfies Record<string, Pictogram>;
export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as [Theme, ...Theme[]];

/** What must hold of a person for a service to fit: all that are named together. */
const conditions = [
  'under-18',
  'under-23',
  'under-25',
  'from-23',
  'woman',
  'man',
  'lvb',
  'street',
  'no-papers',
  'insured',
  'now',
  'later',
  'self',
  'other',
  'professional',
  'at-home',
  'by-client',
] as const;
/** One need that a person may have, and who helps with it. */
export const questionSchema = z.strictObject({
  theme: z
    .enum(themeNames)
    .describe(
      'Onder welk kopje deze vraag in de lijst staat. danger: gevaar. violence: geweld. forced: dwang. De rest wijst zichzelf.',
    ),
  urgency: z
    .enum(['acute', 'today', 'calm'])
    .describe(
      'acute: leven of veiligheid in gevaar, een aanranding in de laatste dagen, of denken aan zelfdoding. today: uren of dagen tellen. calm: de rest.',
    ),
  askers: z
    .array(z.enum(['self', 'other', 'professional']))
    .min(1)
    .describe('Wie dit vraagt. self: voor zichzelf. other: voor iemand anders. professional: als professional.'),
  groups: z.array(ref('groups', 'Bestandsnaam uit content/groups')).min(1).describe('Voor welke doelgroepen.'),
  services: z
    .array(
      z.strictObject({
        id: ref('services', 'Bestandsnaam uit content/services'),
        when: z
          .array(z.enum(conditions))
          .min(1)
          .optional()
          .describe(
            'Alleen als dit alles klopt: leeftijd (under-23, from-23 …), woman of man, lvb, street (werkt op straat), no-papers, now of later, self, other of professional, at-home, by-client.',
          ),
      }),
    )
    .min(1)
    .describe('Wie helpt, de beste eerst: wat een coördinator als eerste zou noemen.'),
  resources: z
    .array(ref('resources', 'Bestandsnaam uit content/resources'))
    .default([])
    .describe('Andere adressen, onder het antwoord.'),
  pages: z
    .array(
      z
        .string()
        .regex(new RegExp(`${slugPattern.source.slice(0, -1)}/${slugPattern.source.slice(1)}`), { error: 'page-path' }),
    )
    .default([])
    .describe('Pagina’s om verder te lezen, als map/naam: work/check.'),
  sources: z
    .array(ref('sources', 'Bestandsnaam uit content/sources'))
    .min(1)
    .describe('Waar staat wat het antwoord zegt.'),
  ...review,
  visibility: visibility(),
  note: text().optional().describe('Voor de redactie. Komt nooit op de site.'),
});

export const questionTextSchema = z.strictObject({
  label: text().describe('De vraag in de woorden van wie hem stelt, in hooguit negen woorden.'),
  answer: text().describe('Het antwoord in twee tot vier korte zinnen. Eerst wat iemand nu kan doen.'),
  wordings: z
    .array(text())
    .min(1)
    .describe(
      'Zoals mensen het echt vragen: losse woorden, zinnen, straattaal, een verhaal. Nederlands en Engels minstens tien, andere talen zes.',
    ),
});

export type Question = z.infer<typeof questionSchema>;
export type QuestionText = z.infer<typeof questionTextSchema>;
