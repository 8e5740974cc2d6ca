import { municipalities } from '../../../domain/circumstances.ts';
import { localeCodes } from '../../../domain/locales.ts';
import type { Problem } from '../../../domain/problem.ts';
import { isScreenPart, routeParts, type Claim, type RoutePart } from '../../../domain/route.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import type { FieldPath } from '../../content/read-yaml.ts';
import { publicRecords } from '../../content/public-records.ts';
import { factsOf } from '../../referral/facts.ts';
import { inDutch } from '../../referral/in-dutch.ts';
import { brokenPromises, type BrokenPromise } from '../../referral/broken-promises.ts';
import { most, type PromiseName } from '../../referral/promises.ts';
import { tableOf } from '../../referral/table.ts';
import { at, type Rule } from '../rule.ts';

/** A route leads only to what may be seen. */
export const routeTargets: Rule = (loaded) => {
  const { services } = loaded.content.records;
  return publicRecords(loaded.content, 'routes').flatMap(([id, { doors }]) =>
    doors.flatMap(({ service }, index) => {
      const target = services.get(service);
      if (target === undefined || target.visibility === 'public') return [];
      return [
        at(
          loaded,
          fileOf.record('routes', id),
          ['doors', index, 'service'],
          'hidden-shown',
          `"${service}" is niet openbaar (visibility), maar deze regel opent die deur.`,
          'Haal de deur uit deze regel, of maak de hulp openbaar.',
        ),
      ];
    }),
  );
};

interface Told {
  readonly message: (about: string) => string;
  readonly cure: string;
}

const told: Readonly<Record<PromiseName, Told>> = {
  'no-first-door': {
    message: () => 'Er is een cliënt zonder eerste deur',
    cure: 'Zet in een regel die dan geldt een deur op first. Weet je niet welke? Dan ggd-coordinatie.',
  },
  'too-many-first': {
    message: (about) => `Er is een cliënt met ${about} eerste deuren`,
    cure: `Hooguit ${String(most.first)} op first. Zet er een op then, of maak when of unless nauwkeuriger.`,
  },
  'too-many-doors': {
    message: (about) => `Er is een cliënt met ${about} deuren`,
    cure: `Hooguit ${String(most.doors)}. Zet de minst dringende op also (die valt weg als er veel speelt), of maak when of unless nauwkeuriger.`,
  },
  'danger-not-first': {
    message: () => 'Bij gevaar staat 112 niet bovenaan, of niet met Veilig Thuis of het Centrum Seksueel Geweld',
    cure: 'Zet noodnummer-112 en één van die twee op first, in een regel met urgency: emergency. Laat andere deuren dan niet op first staan.',
  },
  'no-emergency': {
    message: () => 'Er is een cliënt zonder gevaar die toch naar 112 gaat',
    cure: 'Zet bij deze deur: when: { danger: [yes, unsure] }.',
  },
  'minor-alone': {
    message: () => 'Er is een cliënt onder de 18 (of zonder bekende leeftijd) zonder Veilig Thuis of JGZ',
    cure: 'Zet veilig-thuis of ggd-jgz in een regel die dan geldt.',
  },
  'dead-end': {
    message: () => 'Er is een route waarin geen enkele deur een zekere weg heeft',
    cure: 'Zet er een deur bij die te bereiken is, zoals huisarts, of bevestig een nummer in content/contacts.',
  },
  'wrong-door': {
    message: (about) => `Er is een cliënt voor wie "${about}" niet is, door leeftijd of gender`,
    cure: 'Maak when of unless bij deze deur nauwkeuriger. Kijk in content/services voor wie de hulp is.',
  },
  'professional-door': {
    message: (about) => `"${about}" is er voor professionals en staat hier tussen de deuren van een cliënt`,
    cure: 'Zet deze deur op self.',
  },
  'no-consent-first': {
    message: (about) => `Een volwassene die niet instemt, gaat toch eerst naar "${about}"`,
    cure: 'Zonder toestemming komt overleg zonder naam eerst. Zet deze deur op then, of zet bij when: consent: [yes, not-asked].',
  },
  'exploited-alone': {
    message: () => 'Er is een volwassene met (een vermoeden van) uitbuiting zonder CoMensha in de route',
    cure: 'Zet comensha in een regel die dan geldt.',
  },
  'no-consent-parallel': {
    message: (about) => `Wie niet instemt, krijgt "${about}" tegelijk met het overleg`,
    cure: 'Zonder toestemming loopt er niets tegelijk. Zet bij deze deur: when: { consent: [yes, not-asked] }. Zet hem er eventueel nog eens bij op also.',
  },
  'no-bed': {
    message: () => 'Er is een cliënt zonder veilige slaapplek voor wie niemand op de kaart over een bed gaat',
    cure: 'Volwassenen: zet gemeente, moviera-opvang of iriszorg-opvang in een regel die dan geldt. Onder de 18: veilig-thuis. Leeftijd onbekend: veilig-thuis en één van de drie.',
  },
  'sent-to-self': {
    message: (about) => `Wie dit vraagt wordt naar zichzelf gestuurd: "${about}"`,
    cure: 'Zet bij deze deur: unless: { asker: [politie] } of unless: { asker: [huisarts] }.',
  },
  'far-coordinator': {
    message: (about) => `Een cliënt van buiten de regio gaat eerst naar "${about}", dat er voor deze regio is`,
    cure: 'CoMensha weet wie er in een andere regio is. Zet deze deur dan op then, met unless: { place: [elsewhere] } bij first.',
  },
  'untrue-claim': {
    message: (about) =>
      about === 'silence'
        ? 'De woorden beloven dat je niets deelt, maar dat klopt niet voor elke cliënt bij wie ze staan'
        : 'De woorden zeggen dat de cliënt bepaalt, maar dat klopt niet voor elke cliënt bij wie ze staan',
    cure: 'Maak when of unless nauwkeuriger, zet words op without-danger, of verander de woorden en haal de claim weg.',
  },
  'too-many-for-self': {
    message: (about) => `Er is een professional met ${about} deuren voor zichzelf`,
    cure: `Hooguit ${String(most.self)} op self. Haal er een weg, of maak when nauwkeuriger.`,
  },
  'rule-never': {
    message: () => 'Deze regel kan nooit gelden',
    cure: 'Kijk of when en unless elkaar tegenspreken. Onder de 18 tellen works, street en leaving als suspected.',
  },
  'door-never': {
    message: (about) => `De deur "${about}" kan hier nooit opengaan`,
    cure: 'De voorwaarde van de deur past niet bij die van de regel. Verander er één, of haal de deur weg.',
  },
  'never-reached': {
    message: (about) => `Geen enkele route leidt naar "${about}"`,
    cure: 'Zet deze hulp in een regel in content/routes: voor een cliënt, of op self voor professionals.',
  },
};

/**
 * What the decision table promises to every client it keeps, over all combinations. Judged only when
 * every file could be read and every name exists: else the table is not the one the editor means.
 */
export const keptPromises: Rule = (loaded) => {
  const routes = publicRecords(loaded.content, 'routes');
  const { services } = loaded.content.records;
  const isWhole =
    ![...loaded.broken].some((file) => /^content\/(?:routes|services|contacts|partners|resources)\//.test(file)) &&
    routes.every(([, { doors, without }]) =>
      [...doors.map(({ service }) => service), ...without].every((id) => services.has(id)),
    );
  if (routes.length === 0 || !isWhole) return [];
  return brokenPromises(tableOf(routes), factsOf(loaded.content)).map((broken) => problemOf(loaded, broken));
};

function problemOf(loaded: LoadedContent, { promise, rule, about = '', example }: BrokenPromise): Problem {
  const { message, cure } = told[promise];
  const doors = rule === undefined ? [] : (loaded.content.records.routes.get(rule)?.doors ?? []);
  const door = doors.findIndex(({ service }) => service === about);
  const [file, path] =
    rule === undefined
      ? [fileOf.record('services', about), []]
      : [fileOf.record('routes', rule), door === -1 ? ['when'] : ['doors', door, 'service']];
  const suffix = example === undefined ? '.' : `. Voorbeeld: ${inDutch(example)}.`;
  return at(loaded, file, path, promise, `${message(about)}${suffix}`, cure);
}

/** Words that promise something, in the languages a route is written in; what they promise is in `claims`. */
const claiming: readonly (readonly [claim: Claim, words: RegExp])[] = [
  [
    'silence',
    /\b(?:deel(?:t)? (?:je )?(?:dan )?niets|blijft tussen ons|niemand hoort|share nothing|stays between us)\b(?!.*\b(?:tenzij|behalve|unless|except)\b)/i,
  ],
  [
    'own-choice',
    /\b(?:jij (?:bepaalt|kiest|beslist)|niets zonder (?:dat )?jij|niet heen wil|you (?:set|decide|choose)|nothing without you|not want to go)\b/i,
  ],
];

/** What a rule promises in words is marked, so that it can be held against every client. */
export const claimsAreMarked: Rule = (loaded) =>
  linesOf(loaded).flatMap(({ id, file, path, text }) => {
    const marked = loaded.content.records.routes.get(id)?.claims ?? [];
    return claiming
      .filter(([claim, words]) => words.test(text) && !marked.includes(claim))
      .map(([claim]) =>
        at(
          loaded,
          file,
          path,
          'claim-unmarked',
          `Deze zin belooft iets wat niet voor elke cliënt waar is: "${text}"`,
          `Zet in ${fileOf.record('routes', id)}: claims: [${claim}]. De controle rekent dan na of het klopt. Of schrijf de zin anders.`,
        ),
      );
  });

/** What a colleague who reads the file must not learn from the card. */
const telling =
  /\b(?:verslav|verslaafd|drugs|alcohol|beperking|lvb\b|(?:on)?verzekerd|verzekering|verblijf|papieren|sekswerk|prostitu|werkt op straat|dit werk\b|klant|uitbuit|zwanger|addict|disabilit|insur|immigra|residence|papers\b|sex work|prostitut|works the street|this work\b|customer|exploit|pregnan)/i;

/** The card is for a file: it holds the route, and no line tells what was chosen. */
export const cardsTellNothing: Rule = (loaded) =>
  linesOf(loaded).flatMap(({ file, path, part, text }) => {
    const told = isScreenPart(part) ? null : telling.exec(text);
    return told
      ? [
          at(
            loaded,
            file,
            path,
            'card-tells',
            `Deze zin komt op de kaart, en verraadt wat er speelt: "${told[0]}".`,
            'Schrijf de zin zonder dat woord, of zet hem bij aside: die blijft op het scherm.',
          ),
        ]
      : [];
  });

interface RouteLine {
  readonly id: string;
  readonly file: string;
  readonly path: FieldPath;
  readonly part: RoutePart;
  readonly text: string;
}

function linesOf(loaded: LoadedContent): RouteLine[] {
  return localeCodes.flatMap((locale) =>
    [...(loaded.content.texts[locale]?.routes ?? [])].flatMap(([id, words]) =>
      routeParts.flatMap((part) =>
        words[part].map((text, index) => ({
          id,
          file: fileOf.text(locale, 'routes', id),
          path: [part, index],
          part,
          text,
        })),
      ),
    ),
  );
}

/** The partner that knows which municipalities the region has. */
const knowsTheRegion = 'ggd';

/** Which municipalities belong to the region is worked out from sources that do not agree. */
export const regionUnconfirmed: Rule = (loaded) =>
  loaded.content.records.partners.has(knowsTheRegion)
    ? [
        at(
          loaded,
          fileOf.record('partners', knowsTheRegion),
          ['sources'],
          'region-unconfirmed',
          `De lijst met ${String(Object.keys(municipalities).length)} gemeenten van de regio is afgeleid uit oudere stukken. Een stuk van 2020 noemt er 16.`,
          'Vraag de GGD welke gemeenten het zijn. De lijst staat in src/domain/circumstances.ts.',
          'open',
        ),
      ]
    : [];

const unknownInDutch = {
  'how-to-refer': 'hoe aanmelden gaat',
  'still-there': 'of het er nog is',
  'which-places': 'in welke gemeenten het is',
  'who-may-come': 'voor wie het precies is',
  'what-is-recorded': 'wat zij vastleggen',
} as const;

/** What a route says is unknown is work for who can ask: once for each service and question. */
export const unknownInRoutes: Rule = (loaded) => {
  const asked = new Set<string>();
  return publicRecords(loaded.content, 'routes').flatMap(([id, { doors }]) =>
    doors.flatMap(({ service, unknown }, index) =>
      unknown.flatMap((what) => {
        const question = `${service}|${what}`;
        if (asked.has(question)) return [];
        asked.add(question);
        return [
          at(
            loaded,
            fileOf.record('routes', id),
            ['doors', index, 'unknown'],
            'unknown-in-route',
            `Van "${service}" weten wij niet ${unknownInDutch[what]}.`,
            'Vraag het deze partner, of de coördinator. Haal het dan weg bij unknown, in elke regel met deze deur.',
            'open',
          ),
        ];
      }),
    ),
  );
};
