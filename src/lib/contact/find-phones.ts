import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { fold } from './fold.ts';

/** Numbers that are also names ("113 Zelfmoordpreventie"): everybody knows them. */
export const namesThatAreNumbers: ReadonlySet<string> = new Set(['112', '113']);

/** 0800 and 0900 numbers, 14 0xx, 116 xxx, 112 and 113: short ones that no library finds in text. */
const shortNumber =
  /(?<![\d.,/-])(?:0(?:800|900|906|909)[ -]?\d{2,4}(?:[ -]?\d{2,4}){0,2}|14 ?0\d{2,3}|116 ?\d{3}|112|113)(?![\d/]|[.,-]\d)/g;

/** Starts as a Dutch number does, though it may not be a valid one: a typo is what we are after. */
const dutchLooking =
  /(?<![\d.,/-])(?:\+|00)31[ /-]?\(?0?\)?\d[\d /-]{6,12}\d(?!\d)|(?<![\d.,/-])\(?0\d{1,3}\)?(?:[ -]\d{2,4}){2,4}(?![\d/]|[.,-]\d)|(?<![\d.,/-])0\d{1,3}[ -]?\d{6,8}(?![\d/]|[.,-]\d)/g;

/**
 * Every run of characters that a reader would take for a phone number, by a library and by the shapes
 * a library misses, in the order of the text and in its folded form (see fold).
 */
export function findPhones(text: string): string[] {
  // Some signs become digits when folded, so they count as well.
  if (!/[\p{N}\p{So}]/u.test(text)) return [];
  const folded = fold(text);
  const found = new Map<number, string>();
  for (const { startsAt, endsAt } of findPhoneNumbersInText(folded, 'NL')) {
    const written = folded.slice(startsAt, endsAt);
    // Inside the Netherlands one dials a 0 first: what starts otherwise is an amount or a file number.
    if (/^\(?[+0]/.test(written)) found.set(startsAt, written);
  }
  for (const pattern of [dutchLooking, shortNumber]) {
    for (const match of folded.matchAll(pattern)) {
      const covered = [...found].some(([start, other]) => match.index >= start && match.index < start + other.length);
      if (!covered) found.set(match.index, match[0].trim());
    }
  }
  return [...found]
    .filter(([index, written]) => !isSomethingElse(written, folded.slice(0, index)))
    .sort(([a], [b]) => a - b)
    .map(([, written]) => written);
}

/** Dates, hours, bank accounts and short file numbers: digits that nobody dials. */
function isSomethingElse(written: string, before: string): boolean {
  const isDate =
    /^(?:19|20)\d\d[ -](?:\d\d?[ -]\d\d?|(?:19|20)\d\d)$/.test(written) ||
    /^\d\d?[ -]\d\d?[ -](?:19|20)\d\d$/.test(written);
  const isShort =
    /^0\d/.test(written) && !/^0(?:800|900|906|909)/.test(written) && written.replaceAll(/\D/g, '').length < 9;
  const isHours = /^\d?\d[.: ]\d\d ?[-–] ?\d?\d[.: ]\d\d$/.test(written);
  return isDate || isHours || isShort || /[A-Z]{4} ?$/.test(before);
}
