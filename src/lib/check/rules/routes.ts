import type { Problem } from '../../../domain/problem.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
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
