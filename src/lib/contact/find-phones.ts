import { findPhoneNumbersInText } from 'libphonenumber-js/max';

/** A run of characters in a text that a reader would take for a phone number. */
export interface FoundPhone {
  readonly written: string;
  readonly index: number;
}

/** 0800 and 0900 numbers, 14 0xx, 116 xxx, 112 and 113: short ones that no library finds in text. */
const shortNumber =
  /(?<![\d.,/-])(?:0(?:800|900|906|909)[ -]?\d{2,4}(?:[ -]?\d{2,4}){0,2}|14 ?0\d{2,3}|116 ?\d{3}|112|113)(?![\d/]|[.,-]\d)/g;

/** Looks like a Dutch number though it may not be a valid one: a typo is what we are after. */
const dutchLooking =
  /(?<![\d.,/-])(?:\+|00)?(?:31[ -]?)?\(?0?\d{1,3}\)?(?:[ -]\d{2,4}){2,4}(?![\d/]|[.,-]\d)|(?<![\d.,/-])0\d{9}(?!\d)|(?<![\d.,/-])(?:\+|00)31\d{9}(?!\d)/g;

/** Every phone number in a text, by library and by the shapes a library misses. Sorted by place. */
export function findPhones(text: string): FoundPhone[] {
  const found = new Map<number, string>();
  for (const { startsAt, endsAt } of findPhoneNumbersInText(text, 'NL'))
    found.set(startsAt, text.slice(startsAt, endsAt));
  for (const pattern of [dutchLooking, shortNumber]) {
    for (const match of text.matchAll(pattern)) {
      const written = match[0].trim();
      if (looksLikeDate(written)) continue;
      const covered = [...found].some(([start, other]) => match.index >= start && match.index < start + other.length);
      if (!covered) found.set(match.index, written);
    }
  }
  return [...found]
    .map(([index, written]) => ({ written, index }))
    .filter(({ written }) => !looksLikeDate(written))
    .sort((a, b) => a.index - b.index);
}

/** 2026-11-22, 2010-2020, 22-10-2012: digits with dashes that nobody dials. */
function looksLikeDate(written: string): boolean {
  return (
    /^(?:19|20)\d\d[ -](?:\d\d?[ -]\d\d?|(?:19|20)\d\d)$/.test(written) || /^\d\d?-\d\d?-(?:19|20)\d\d$/.test(written)
  );
}
