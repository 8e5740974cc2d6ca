import { z } from 'zod';
import { certainty, isoDate, ref, slug, sourceDate, standIn, text, visibility } from './fields.ts';
import { localeCodes } from './locales.ts';
import { pictogramNames } from './pictograms.ts';
import { review } from './provenance.ts';

const sources = () => z.array(ref('sources', 'Bestandsnaam uit content/sources')).min(1).describe('Waar dit staat.');
const note = () => text().optional().describe('Voor de redactie. Komt nooit op de site.');

/** Where something was read. */
export const sourceSchema = z.strictObject({
  title: text().describe('Titel van het stuk of de pagina.'),
  language: z
    .enum(localeCodes)
    .optional()
    .describe('Taal van de titel, als die niet Nederlands is. Een voorleesstem leest de titel dan goed voor.'),
  publisher: text().describe('Wie het heeft gemaakt.'),
  kind: z
    .enum(['own-page', 'government', 'law', 'news', 'research', 'seed', 'inquiry', 'third-party'])
    .describe(
      'own-page: eigen pagina van de organisatie. government: overheid. law: wet of uitspraak. news: krant of omroep. research: onderzoek. seed: brondocument van de keten. inquiry: zelf nagevraagd, per telefoon of mail. third-party: iemand anders.',
    ),
  url: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'https-url' })
    .optional()
    .describe('Webadres, als het er een heeft.'),
  date: sourceDate().describe('Datum van het stuk: 2024-07-09, 2024-07, 2024 of undated.'),
  seenOn: isoDate().optional().describe('Dag waarop wij het hebben gelezen.'),
  visibility: visibility(),
  note: note(),
});

/** A target group of the chain's plan. */
export const groupSchema = z.strictObject({
  order: z.int().min(1).describe('Plaats in de lijst: 1 staat bovenaan.'),
  label: text().describe('Naam zoals de bron die schrijft.'),
  slug: slug().describe('Het stukje webadres van de kaart van deze groep. Neutraal: verraadt niets.'),
  since: isoDate().optional().describe('In de plannen sinds deze dag.'),
  until: isoDate().optional().describe('In de plannen tot deze dag.'),
  sources: sources(),
  visibility: visibility(),
  note: note(),
});
export const groupTextSchema = z.strictObject({
  name: text().describe('Naam van de groep.'),
  who: text().describe('Om wie het gaat, in één zin.'),
  aim: text().describe('Wat de partners voor deze groep willen bereiken, in één zin.'),
});

/** The network as it was called and led in a period: the centre of the mindmap. */
export const networkSchema = z.strictObject({
  coordinator: ref('partners', 'Wie het netwerk in deze tijd coördineert.')
    .optional()
    .describe('Wie het netwerk in deze tijd coördineert. Weg te laten als dat niet bekend is.'),
  certainty: certainty(),
  since: isoDate().describe('Zo heet en werkt het sinds deze dag.'),
  until: isoDate().optional().describe('Zo heette en werkte het tot deze dag.'),
  knownUntil: isoDate()
    .optional()
    .describe('Laatste dag waarover een bron dit zegt. Daarna staat op de kaart dat het nog niet is bevestigd.'),
  sources: sources(),
  visibility: visibility(),
  note: note(),
});
export const networkTextSchema = z.strictObject({
  name: text().describe('Naam van het netwerk in deze tijd.'),
  short: text().optional().describe('Afkorting, als die er is.'),
  bodies: z.array(text()).describe('Waar de partners elkaar spreken, zoals de bron het noemt.'),
});

/** How people see themselves. A door leads to one or more target groups. */
export const doorSchema = z.strictObject({
  slug: slug().describe('Het webadres van deze deur en de naam van de map in content/pages. Neutraal: verraadt niets.'),
  order: z.int().min(1).describe('Plaats op de startpagina: 1 staat bovenaan.'),
  audience: z.enum(['visitors', 'professionals']).describe('Voor wie deze deur is.'),
  pictogram: z.enum(pictogramNames).describe('De tekening bij deze deur. Alleen versiering: de woorden zeggen alles.'),
  groups: z
    .array(ref('groups', 'Bestandsnaam uit content/groups'))
    .min(1)
    .describe('Bij welke doelgroepen deze deur hoort.'),
  services: z
    .array(ref('services', 'Bestandsnaam uit content/services'))
    .min(1)
    .describe('Hulp die op deze deur bovenaan staat, de beste eerst.'),
  visibility: visibility(),
  note: note(),
});
export const doorTextSchema = z.strictObject({
  title: text().describe('Zoals iemand het over zichzelf zegt, bijvoorbeeld: Ik doe dit werk.'),
  tabTitle: text().describe('Titel in het tabblad. Neutraal: wie meekijkt leest er niets in.'),
  hint: text().describe('Eén korte zin onder de titel op de startpagina.'),
  intro: text().describe('Twee of drie korte zinnen boven aan de pagina van deze deur.'),
});

/** A useful address that is no service of the chain. It stands under an answer. */
export const resourceSchema = z.strictObject({
  name: text().describe('Naam zoals de organisatie die zelf gebruikt. Wordt niet vertaald.'),
  groups: z.array(ref('groups', 'Bestandsnaam uit content/groups')).min(1).describe('Voor welke doelgroepen.'),
  contacts: z.array(ref('contacts', 'Bestandsnaam uit content/contacts')).min(1).describe('Hoe je het bereikt.'),
  standIn: standIn(),
  sources: sources(),
  ...review,
  visibility: visibility(),
  note: note(),
});
export const resourceTextSchema = z.strictObject({
  does: text().describe('Wat je daar vindt, in één of twee korte zinnen.'),
  say: text().optional().describe('Eén zin die je daar kunt zeggen of vragen.'),
});

/** One leaf of the mindmap of the chain. */
export const activitySchema = z.strictObject({
  label: text().describe('Naam van de activiteit, precies zoals de bron die schrijft.'),
  partner: ref('partners', 'Wie dit doet.')
    .optional()
    .describe('Wie dit doet. Weg te laten als de bron het open laat; noem dan candidates.'),
  candidates: z
    .array(ref('partners', 'Bestandsnaam uit content/partners'))
    .min(2)
    .optional()
    .describe('Wie het kunnen zijn, als de bron het open laat.'),
  group: ref('groups', 'Voor welke doelgroep.'),
  form: z
    .enum(['individual', 'collective', 'all'])
    .describe(
      'individual: voor één persoon. collective: voor een groep. all: geen van beide (alleen bij professionals).',
    ),
  certainty: certainty(),
  placement: z
    .literal('inferred')
    .optional()
    .describe(
      'Alleen als niet onzeker is wie dit doet, maar waar het hoort: bij welke groep, of bij welke vorm. Schrijf bij why wat de bron openlaat.',
    ),
  order: z.int().min(1).describe('Plaats binnen de groep en vorm, zoals in de bron.'),
  services: z
    .array(ref('services', 'Bestandsnaam uit content/services'))
    .optional()
    .describe('Hulp op deze site die hierbij hoort.'),
  since: isoDate().describe('Bestaat sinds, of staat in de bron van, deze dag.'),
  until: isoDate().optional().describe('Bestaat tot deze dag.'),
  changes: z
    .array(
      z.strictObject({
        on: isoDate().describe('Vanaf welke dag.'),
        what: text().describe('Wat er veranderde, in één zin.'),
        certainty: certainty(),
        sources: sources(),
      }),
    )
    .optional()
    .describe('Wat er later aan deze activiteit veranderde.'),
  sources: sources(),
  why: text().optional().describe('Waarom wij het zo lezen, als de bron het niet letterlijk zegt.'),
  visibility: visibility(),
});

/** Labels of activities in one language: the Dutch label on the left, the translation on the right. */
export const activityLabelsSchema = z.record(text(), text());

/** What the map says beside its labels, in one language: the Dutch of the record on the left. */
export const mapWordsSchema = z.record(text(), text());

export type Source = z.infer<typeof sourceSchema>;
export type Door = z.infer<typeof doorSchema>;
export type DoorText = z.infer<typeof doorTextSchema>;
export type Resource = z.infer<typeof resourceSchema>;
export type ResourceText = z.infer<typeof resourceTextSchema>;
