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
  'language-code': (value) => ({
    code: 'bad-language-code',
    message: `"${value}" is geen taal in twee letters.`,
    cure: 'Gebruik twee kleine letters, zoals nl, en of ro.',
  }),
};

/** Turns one zod issue into Dutch for an editor. `value` is what the file says at that place. */
export function explainIssue(issue: Issue, value: unknown, knownKeys: readonly string[]): Explanation {
  const field = fieldName(issue.path);
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
      return {
        code: 'not-a-choice',
        message: `"${String(value)}" kan hier niet${field}.`,
        cure: choiceCure(String(value), issue.values.map(String)),
      };
    case 'invalid_type':
      return explainType(issue.expected, value, field);
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
        cure: 'Kijk in content/README.md bij dit veld hoe het moet.',
      };
    default:
      return {
        code: 'bad-value',
        message: `De waarde "${String(value)}"${field} klopt niet.`,
        cure: 'Kijk in content/README.md bij dit veld hoe het moet.',
      };
  }
}

function explainType(expected: string, value: unknown, field: string): Explanation {
  if (value === undefined) {
    return {
      code: 'missing-field',
      message: `Het veld ${field.replace(' bij ', '')} ontbreekt.`,
      cure: 'Zet het veld erbij. Wat het betekent staat in content/README.md.',
    };
  }
  if (expected === 'string' && typeof value === 'number') {
    return {
      code: 'number-without-quotes',
      message: `Het getal${field} staat zonder aanhalingstekens; dan gaan nullen vooraan verloren.`,
      cure: `Zet er aanhalingstekens om, zoals '0800-2000'.`,
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

function choiceCure(value: string, choices: readonly string[]): string {
  const near = didYouMean(value, choices);
  return `${near ? `Bedoel je "${near}"? ` : ''}Kies uit: ${choices.join(', ')}.`;
}

function fieldName(path: readonly PropertyKey[]): string {
  const names = path.map((part) => (typeof part === 'number' ? `nummer ${String(part + 1)}` : String(part)));
  return names.length === 0 ? '' : ` bij ${names.join(', ')}`;
}
