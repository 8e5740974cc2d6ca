import {
  circumstanceKeys,
  circumstanceValues,
  type CircumstanceKey,
  type Circumstances,
} from '../../domain/circumstances.ts';
import { didYouMean } from '../content/did-you-mean.ts';

export type Line = { readonly given: Partial<Circumstances> } | { readonly wrong: string };

/**
 * The values one may give. "Not asked" is a missing key, except with consent, where it is an answer,
 * and with age, where it is called "unknown".
 */
function allowedFor(key: CircumstanceKey): readonly string[] {
  const values: readonly string[] = circumstanceValues[key];
  return key === 'consent' ? values : values.filter((value) => value !== 'not-asked');
}

/** One line of circumstances as JSON, or in Dutch what is wrong with it and what is allowed. */
export function readLine(text: string): Line {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { wrong: 'dit is geen JSON. Schrijf bijvoorbeeld: {"age":"18-22","situation":"signals"}' };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { wrong: 'hier hoort {…} te staan. Schrijf bijvoorbeeld: {"age":"18-22","situation":"signals"}' };
  for (const [key, value] of Object.entries(read)) {
    if (!isKey(key))
      return {
        wrong: `"${key}" bestaat niet.${meant(key, circumstanceKeys)} Wat mag: ${circumstanceKeys.join(', ')}.`,
      };
    const allowed = allowedFor(key);
    if (typeof value !== 'string' || !allowed.includes(value))
      return {
        wrong: `${JSON.stringify(value)} kan niet bij "${key}".${meant(String(value), allowed)} Wat mag: ${allowed.join(', ')}.`,
      };
  }
  return { given: read };
}

const isKey = (key: string): key is CircumstanceKey => (circumstanceKeys as readonly string[]).includes(key);

function meant(written: string, known: readonly string[]): string {
  const near = didYouMean(written, known);
  return near === undefined ? '' : ` Bedoel je "${near}"?`;
}
