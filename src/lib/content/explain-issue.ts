import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';

export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

type Issue = z.core.$ZodIssue;

/** What our own schema errors mean, by the name the schema gives them. */
const named: Readonly<Record<string, (value: string) => Explanation>> = {
  'kebab-case': (value) => ({
    code: 'bad-id',
    message: `"${value}" kan geen naam van een bestand of webadres zijn.`,
    cure: 'Gebruik alleen kleine letters, cijfers en streepjes, zoals ggd-sense.',
  }),
  'page-path': (value) => ({
    code: 'bad-page-path',
    message: `"${value}" is geen pagina.`,
    cure: 'Schrijf map/naam, zonder taal en zonder streep vooraan: work/check.',
  }),
  'iso-date': (value) => ({
    code: 'bad-date',
    message: `"${value}" is geen bestaande dag.`,
    cure: 'Schrijf de dag als jaar-maand-dag, zoals 2026-11-22.',
  }),
  'source-date': (value) => ({
    code: 'bad-source-date',
    message: `"${value}" is geen datum van een bron.`,
    cure: "Schrijf 2024-07-09, 2024-07, '2024' of undated.",
  }),
  'empty-text': () => ({
    code: 'empty-text',
    message: 'Hier hoort tekst te staan.',
    cure: 'Vul de tekst in, of haal de hele regel weg als het veld niet verplicht is.',
  }),
  'https-url': (value) => ({
    code: 'bad-url',
    message: `"${value}" is geen goed webadres.`,
    cure: 'Neem het hele adres over uit de balk van de browser. Het begint met https://.',
  }),
  email: (value) => ({
    code: 'bad-email',
    message: `"${value}" is geen e-mailadres.`,
    cure: 'Schrijf het als naam@organisatie.nl.',
  }),
  clock: (value) => ({
    code: 'bad-clock',
    message: `"${value}" is geen tijd.`,
    cure: "Schrijf de tijd tussen aanhalingstekens, zoals '09:00'.",
  }),
  'mark-letter': (value) => ({
    code: 'bad-mark-letter',
    message: `"${value}" past niet in een teken op de mindmap.`,
    cure: 'Gebruik een of twee letters, zoals G of Mo.',
  }),
  'language-code': (value) => ({
    code: 'bad-language-code',
    message: `"${value}" is geen taal in twee letters.`,
    cure: 'Gebruik twee kleine letters, zoals nl, en of ro.',
  }),
  'source-hash': (value) => ({
    code: 'bad-source-hash',
    message: `"${value}" zegt niet van welke tekst dit de vertaling is.`,
    cure: 'Haal de hele regel weg en doe: npm run translations -- --made taal onderdeel. Dan wordt hij ingevuld.',
  }),
};

/**
 * Turns one zod issue into Dutch for an editor. `value` is what the file says at that place,
 * `description` what the schema says of the field.
 */
export function explainIssue(
  issue: Issue,
  value: unknown,
  knownKeys: readonly string[],
  description?: string,
): Explanation {
  const field = fieldName(issue.path);
  if (issue.message === 'reviewed-whole')
    return {
      code: 'half-reviewed',
      message: 'Bij een nagekeken vertaling horen reviewedBy en reviewedOn allebei.',
      cure: 'Zet er allebei neer, of geen van beide.',
    };
  const own = named[issue.message];
  if (own && typeof value === 'string') return own(value);

  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const near = didYouMean(key, knownKeys);
      return {
        code: 'unknown-field',
        message: `Het veld "${key}" bestaat hier niet.`,
        cure: near ? `Bedoel je "${near}"?` : `Haal het weg. Wat hier wel mag: ${knownKeys.join(', ')}.`,
      };
    }
    case 'invalid_value':
      if (value === undefined) return missing(field, `Kies uit: ${issue.values.join(', ')}.`);
      return {
        code: 'not-a-choice',
        message: `"${inWords(value)}" kan hier niet${field}.`,
        cure: choiceCure(inWords(value), issue.values.map(String)),
      };
    case 'invalid_type':
      return explainType(issue.expected, value, field, description);
    case 'too_small':
      if (issue.origin === 'array')
        return { code: 'empty-list', message: `De lijst${field} is leeg.`, cure: 'Zet er minstens één in.' };
      return {
        code: 'too-small',
        message: `De waarde${field} is te klein.`,
        cure: `Kies minstens ${String(issue.minimum)}.`,
      };
    case 'too_big':
      return {
        code: 'too-big',
        message: `De waarde${field} is te groot.`,
        cure: `Kies hooguit ${String(issue.maximum)}.`,
      };
    case 'invalid_union':
      return {
        code: 'no-form-fits',
        message: `De waarde${field} heeft geen vorm die hier kan.`,
        cure: description ?? 'Kijk hoe een ander bestand in deze map het doet.',
      };
    default:
      return {
        code: 'bad-value',
        message: `De waarde "${inWords(value)}"${field} klopt niet.`,
        cure: description ?? 'Kijk hoe een ander bestand in deze map het doet.',
      };
  }
}

function explainType(expected: string, value: unknown, field: string, description: string | undefined): Explanation {
  if (value === undefined) return missing(field, description ?? 'Zet het veld erbij.');
  if (value === null) {
    return {
      code: 'empty-text',
      message: `Er staat nog niets${field}.`,
      cure: 'Vul het in, of haal de hele regel weg als het veld niet verplicht is.',
    };
  }
  if (expected === 'string' && typeof value === 'number') {
    return {
      code: 'number-without-quotes',
      message: `Het getal${field} staat zonder aanhalingstekens; dan gaan nullen vooraan verloren.`,
      cure: `Zet er aanhalingstekens om, zoals '${String(value)}'. Begint het met een nul, schrijf die er dan bij.`,
    };
  }
  const wanted: Readonly<Record<string, string>> = {
    array: 'een lijst: elke waarde op een eigen regel met een streepje ervoor',
    object: 'velden, elk op een eigen regel en twee spaties ingesprongen',
    string: 'gewone tekst',
    number: 'een getal',
    int: 'een heel getal',
    boolean: 'true of false',
  };
  return {
    code: 'wrong-type',
    message: `De waarde${field} heeft de verkeerde vorm.`,
    cure: `Hier hoort ${wanted[expected] ?? expected}.`,
  };
}

/** Dutch words that an editor writes for an English choice. */
const dutchChoices: Readonly<Record<string, string>> = {
  ja: 'yes',
  nee: 'no',
  hoog: 'high',
  gemiddeld: 'medium',
  laag: 'low',
  bevestigd: 'confirmed',
  verborgen: 'hidden',
  openbaar: 'public',
};

function missing(field: string, cure: string): Explanation {
  return { code: 'missing-field', message: `Het veld ${field.replace(' bij ', '')} ontbreekt.`, cure };
}

function choiceCure(value: string, choices: readonly string[]): string {
  const meant = dutchChoices[value.toLowerCase()];
  const near = meant !== undefined && choices.includes(meant) ? meant : didYouMean(value, choices);
  return `${near ? `Bedoel je "${near}"? ` : ''}Kies uit: ${choices.join(', ')}.`;
}

/** " bij confidence (phones, nummer 1)": the field first, then where it stands. */
function fieldName(path: readonly PropertyKey[]): string {
  const names = path.map((part) => (typeof part === 'number' ? `nummer ${String(part + 1)}` : String(part)));
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? ` bij ${last}` : ` bij ${last} (${names.slice(0, -1).join(', ')})`;
}

/** A value as the file says it; a list or fields in short. */
function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
