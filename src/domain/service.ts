import { z } from 'zod';
import { isoDate, ref, standIn, text, visibility } from './fields.ts';
import { confidences, review } from './provenance.ts';

/** What a visitor wants to know before calling. What is not listed in a record is unknown. */
export const trustTopics = [
  'anonymous',
  'free',
  'id-asked',
  'bsn-asked',
  'papers-asked',
  'shared-with-police',
  'shared-with-immigration',
  'shared-with-tax',
  'in-chain-registration',
  'discussed-with-partners',
  'comes-to-you',
  'choice-of-staff-gender',
  'online',
] as const;
export type TrustTopic = (typeof trustTopics)[number];

/** How far a service reaches, from near to far. The municipality is the one where a client lives or works. */
export const areaExtents = [
  'nijmegen',
  'own-municipality',
  'some-municipalities',
  'gelderland-zuid',
  'gelderland-utrecht',
  'netherlands',
] as const;
export type AreaExtent = (typeof areaExtents)[number];

const sources = () => z.array(ref('sources', 'Bestandsnaam uit content/sources'));

const trustFact = z.strictObject({
  topic: z.enum(trustTopics).describe('Waar het over gaat, zoals anonymous of free.'),
  answer: z.enum(['yes', 'no']).describe('yes of no. Weet je het niet, laat het hele blokje dan weg.'),
  confidence: z.enum(confidences).describe('Hoe zeker dit is. Bij low en recall staat het niet op de site.'),
  sources: sources().min(1).describe('Waar dit staat.'),
  note: text().optional().describe('Voor de redactie. Komt nooit op de site.'),
});

/** What one organisation does for one kind of need (HSDS: service). */
export const serviceSchema = z.strictObject({
  partner: ref('partners', 'De partner die dit doet (bestandsnaam uit content/partners).'),
  groups: z.array(ref('groups', 'Bestandsnaam uit content/groups')).min(1).describe('Voor welke doelgroepen.'),
  audience: z
    .enum(['clients', 'professionals', 'both'])
    .default('clients')
    .describe('clients: voor de mensen zelf. professionals: voor wie met hen werkt. both: allebei.'),
  concernsDanger: z
    .boolean()
    .default(false)
    .describe(
      'true als dit gaat over geweld of gevaar. Alleen dan mag Veilig Thuis, politie of 112 de vervangende weg zijn.',
    ),
  minimumAge: z.int().min(0).max(120).optional().describe('Vanaf welke leeftijd, als een bron dat zegt.'),
  maximumAge: z.int().min(0).max(120).optional().describe('Tot en met welke leeftijd, als een bron dat zegt.'),
  genders: z
    .array(z.enum(['f', 'm', 'x']))
    .min(1)
    .optional()
    .describe('Alleen voor deze genders, als een bron dat zegt: f, m, x.'),
  area: z
    .strictObject({
      extent: z
        .enum(areaExtents)
        .describe(
          'nijmegen: alleen daar. own-municipality: elke gemeente voor de eigen inwoners. some-municipalities: niet in elke gemeente van Gelderland-Zuid. gelderland-zuid, gelderland-utrecht, netherlands: overal daar.',
        ),
      sources: sources().min(1).describe('Waar dit staat.'),
    })
    .optional()
    .describe(
      'Waar deze hulp er is, als een bron dat zegt. Bij landelijke diensten is dat heel Nederland: laat het daar weg.',
    ),
  contacts: z
    .array(ref('contacts', 'Bestandsnaam uit content/contacts'))
    .default([])
    .describe('Hoe je deze hulp bereikt. De eerste is de beste weg.'),
  reachedWithoutContact: z
    .boolean()
    .default(false)
    .describe('true als iedereen de weg al heeft, zoals bij de eigen huisarts. Dan is geen nummer nodig.'),
  standIn: standIn(),
  trust: z
    .array(trustFact)
    .default([])
    .describe('Wat bekend is over anoniem, gratis, papieren en wie het hoort. Alleen met bron.'),
  since: isoDate().optional().describe('Deze hulp bestaat sinds deze dag.'),
  until: isoDate().optional().describe('Deze hulp stopt op deze dag.'),
  sources: sources().min(1).describe('Waar staat dat deze partner dit doet.'),
  ...review,
  visibility: visibility(),
  note: text().optional().describe('Voor de redactie. Komt nooit op de site.'),
});

export const serviceTextSchema = z.strictObject({
  name: text().describe('Naam van de hulp, zoals een bezoeker die begrijpt.'),
  does: text().describe('Wat ze voor je doen. Twee of drie korte zinnen.'),
  forWhom: text().optional().describe('Voor wie, in één zin.'),
  notFor: text().optional().describe('Voor wie of wat dit niet is, in één zin.'),
  say: text().describe('Eén zin die je daar kunt zeggen of vragen, zonder aanhalingstekens.'),
  goodToKnow: text()
    .optional()
    .describe('Eén of twee zinnen die geruststellen of verwarring voorkomen. Alleen met bron.'),
});

export type Service = z.infer<typeof serviceSchema>;
export type ServiceText = z.infer<typeof serviceTextSchema>;
export type TrustFact = z.infer<typeof trustFact>;
