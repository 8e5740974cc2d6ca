import { z } from 'zod';
import { circumstanceValues, type CircumstanceKey, type CircumstanceValue } from './circumstances.ts';
import { ref, text, visibility } from './fields.ts';
import { review } from './provenance.ts';

/** Where a door stands in a route, the most pressing place first. */
export const doorPlaces = ['first', 'then', 'parallel', 'also', 'self'] as const;
export type DoorPlace = (typeof doorPlaces)[number];

/** The first doors of a more pressing rule push those of the others to "then". */
export const urgencies = ['emergency', 'pressing', 'normal'] as const;
export type RouteUrgency = (typeof urgencies)[number];

/** What the words of a rule promise a client. Each promise holds for some clients only, see `untrueFor`. */
const claims = ['silence', 'own-choice'] as const;
export type Claim = (typeof claims)[number];

/** What the facts do not say of a door. */
const unknowns = ['how-to-refer', 'still-there', 'which-places', 'who-may-come', 'what-is-recorded'] as const;
export type Unknown = (typeof unknowns)[number];

const keyExplanations: Readonly<Record<CircumstanceKey, string>> = {
  danger:
    'Is er nu gevaar? yes, no, unsure, of not-asked (niet gevraagd). Twijfel over gevaar telt als ja: noem yes en unsure samen.',
  age: 'Leeftijd: under12, 12-17, 18-22, 23plus, of unknown (niet bekend).',
  situation:
    'Wat er speelt. questions: vragen over seks en grenzen. signals: eerste signalen. suspected: vermoeden van uitbuiting. known: uitbuiting is bekend. works: kiest dit werk en heeft een vraag. street: werkt op straat. multiple: veel zware problemen tegelijk. leaving: wil stoppen. not-asked: nog niet bekend. Onder de 18 tellen works, street en leaving als suspected.',
  consent: 'Stemt de cliënt in? yes, no, of not-asked (niet gevraagd).',
  noShelter: 'Geen veilige slaapplek? yes, no, unsure of not-asked.',
  violenceAtHome: 'Geweld thuis? yes, no, unsure of not-asked.',
  disability: 'Een beperking, bijvoorbeeld een LVB? yes, no, unsure of not-asked.',
  addiction: 'Verslaving? yes, no, unsure of not-asked.',
  noPapers: 'Geen papieren of geen verzekering? yes, no, unsure of not-asked.',
  gender: 'f (meisje of vrouw), m (jongen of man), x (anders), of not-asked.',
  place: 'Gemeente, bijvoorbeeld nijmegen. elsewhere: buiten de regio. not-asked: niet gevraagd.',
  asker: 'Wie vraagt dit: school, huisarts, wijkteam, politie, opvang, keten, anders, of not-asked.',
};

const oneOf = <K extends CircumstanceKey>(key: K) =>
  z
    .array(z.enum(circumstanceValues[key] as readonly CircumstanceValue<K>[]))
    .min(1)
    .optional()
    .describe(keyExplanations[key]);

const condition = z.strictObject({
  danger: oneOf('danger'),
  age: oneOf('age'),
  situation: oneOf('situation'),
  consent: oneOf('consent'),
  noShelter: oneOf('noShelter'),
  violenceAtHome: oneOf('violenceAtHome'),
  disability: oneOf('disability'),
  addiction: oneOf('addiction'),
  noPapers: oneOf('noPapers'),
  gender: oneOf('gender'),
  place: oneOf('place'),
  asker: oneOf('asker'),
} satisfies Record<CircumstanceKey, z.ZodType>);
/** For every key that is named one of its values; all keys together. */
export type Condition = z.infer<typeof condition>;

const when = () =>
  condition
    .optional()
    .describe(
      'Wanneer dit geldt: bij elk woord één van de waarden. Alles samen moet kloppen. Zonder deze regel: altijd.',
    );
const unless = () => condition.optional().describe('Behalve als dit allemaal klopt. Schrijf het net zo als bij when.');

/** One line of the decision table: when it holds, which doors it opens. */
export const routeSchema = z.strictObject({
  order: z
    .int()
    .min(1)
    .describe('Plaats in de tabel: het laagste getal staat bovenaan, in de lijst met deuren en in de tekst.'),
  urgency: z
    .enum(urgencies)
    .default('normal')
    .describe(
      'Hoe dringend. emergency: gevaar. pressing: gaat voor. normal: de rest. Staan er deuren op first bij een dringender regel? Dan schuiven die van de andere regels naar then.',
    ),
  when: when(),
  unless: unless(),
  doors: z
    .array(
      z.strictObject({
        service: ref('services', 'Bestandsnaam uit content/services'),
        place: z
          .enum(doorPlaces)
          .describe(
            'first: de eerste deur (hooguit twee). then: daarna. parallel: tegelijk met de eerste. also: kan ook helpen. self: voor de professional zelf. Bij gevaar, en als twee of meer zware dingen tegelijk spelen, vallen parallel en also weg.',
          ),
        when: when(),
        unless: unless(),
        unknown: z
          .array(z.enum(unknowns))
          .default([])
          .describe(
            'Wat wij over deze deur nog niet weten. how-to-refer: hoe aanmelden gaat. still-there: of het er nog is. which-places: in welke gemeenten. who-may-come: voor wie precies. what-is-recorded: wat zij vastleggen. De route zegt dan: vraag het daar na.',
          ),
      }),
    )
    .default([])
    .describe('De deuren, de belangrijkste eerst. Een regel zonder deuren voegt alleen tekst toe.'),
  without: z
    .array(ref('services', 'Bestandsnaam uit content/services'))
    .default([])
    .describe('Deuren die dan juist wegvallen, omdat ze niet voor deze cliënt zijn.'),
  words: z
    .enum(['always', 'without-danger'])
    .default('always')
    .describe(
      'Wanneer de woorden van deze regel op de kaart staan. without-danger: niet bij gevaar. De deuren blijven dan wel. Bij gevaar telt alleen wat iemand nu moet doen.',
    ),
  claims: z
    .array(z.enum(claims))
    .default([])
    .describe(
      'Wat de woorden beloven. silence: je deelt niets. own-choice: de cliënt bepaalt. De controle kijkt of dat waar is voor elke cliënt bij wie de woorden staan. Silence klopt niet bij gevaar, onder de 18, bij geweld thuis en voor de politie. Own-choice klopt niet bij gevaar en onder de 18. Leeftijd onbekend telt als onder de 18.',
    ),
  reportingCode: z.boolean().default(false).describe('true als de vijf stappen van de meldcode in de route horen.'),
  sources: z
    .array(ref('sources', 'Bestandsnaam uit content/sources'))
    .min(1)
    .describe('Waar staat dat dit zo kan of moet.'),
  ...review,
  visibility: visibility(),
  note: text().optional().describe('Voor de redactie: waarom deze regel zo is. Komt nooit op de site.'),
});

/** The parts of a route that are words, in the order in which a card shows them. */
export const routeParts = [
  'ask',
  'aside',
  'steps',
  'ready',
  'consent',
  'tell',
  'meanwhile',
  'notFor',
  'reconsider',
] as const;
export type RoutePart = (typeof routeParts)[number];

/** Parts that tell what was chosen, or not: they stay on the screen and are never printed or copied. */
export const screenParts = ['ask', 'aside'] as const satisfies readonly RoutePart[];
export type ScreenPart = (typeof screenParts)[number];

export const isScreenPart = (part: RoutePart): part is ScreenPart =>
  (screenParts as readonly RoutePart[]).includes(part);

const lines = (what: string) => z.array(text()).default([]).describe(what);

export const routeTextSchema = z.strictObject({
  title: text().describe(
    'Wanneer deze regel geldt, in hooguit tien woorden. Staat alleen in de lijst met alle regels.',
  ),
  ask: lines('Wat je eerst nog vraagt. Staat alleen op het scherm.'),
  aside: lines(
    'Goed om te weten. Staat alleen op het scherm, nooit op papier of in een kopie. Hier, en alleen hier, mag staan wat er speelt.',
  ),
  steps: lines('Stappen, elk in één of twee korte zinnen.'),
  ready: lines('Wat je klaarlegt.'),
  consent: lines('Toestemming en geheimhouding, in gewone woorden.'),
  tell: lines('Wat je tegen je cliënt kunt zeggen.'),
  meanwhile: lines('Wat je intussen doet.'),
  notFor: lines('Wanneer dit niet de goede deur is.'),
  reconsider: lines('Wanneer je opnieuw kijkt.'),
});

export type RouteRule = z.infer<typeof routeSchema>;
export type RouteText = z.infer<typeof routeTextSchema>;
