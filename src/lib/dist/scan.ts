import { findPhones, namesThatAreNumbers } from '../contact/find-phones.ts';
import { fold } from '../contact/fold.ts';
import { phoneKey } from '../contact/format-phone.ts';
import type { HtmlStrings } from './html-strings.ts';
import type { PublicationRules, Secret } from './secrets.ts';

/** One thing in a built file that must not be there. */
export interface Leak {
  readonly file: string;
  readonly what: string;
}

/** Attributes that a reader hears or sees. */
const readAttributes = new Set(['alt', 'aria-label', 'content', 'placeholder', 'title']);

/** Judges one built HTML file: numbers are registered, and nothing that is kept back shows. */
export function scanHtml(file: string, strings: HtmlStrings, rules: PublicationRules): Leak[] {
  const all = [...strings.texts, ...strings.attributes.map(({ value }) => value)];
  const read = [
    ...strings.texts,
    ...strings.attributes.filter(({ name }) => readAttributes.has(name)).map(({ value }) => value),
  ];
  return [
    ...phoneLinks(file, strings, rules),
    ...unknownPhones(file, read, rules),
    ...secretsIn(file, all, rules),
    ...unseenIn(file, all),
  ];
}

/** Characters that nobody sees but that can split a number or turn a word around. */
const unseenCharacter =
  /[\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u3164\uFE00-\uFE0F\uFEFF\uFFFD\u{E0000}-\u{E007F}]/u;

function unseenIn(file: string, strings: readonly string[]): Leak[] {
  return strings
    .filter((text) => unseenCharacter.test(text))
    .map((text) => ({ file, what: `een onzichtbaar of kapot teken (in: "${text.slice(0, 80)}")` }));
}

/** Judges any other text file of the build (data, scripts): what is kept back must not stand in it. */
export function scanText(file: string, text: string, rules: PublicationRules): Leak[] {
  return secretsIn(file, [text], rules);
}

/** Every `tel:` dials a public number, and shows that very number. */
function phoneLinks(file: string, { links }: HtmlStrings, { shownPhones }: PublicationRules): Leak[] {
  return links
    .filter(({ href }) => href.toLowerCase().startsWith('tel:'))
    .flatMap(({ href, text }) => {
      const visible = shownPhones.get(href);
      if (visible === undefined) return [{ file, what: `de link ${href} staat niet in content/contacts` }];
      const numbers = /[+\d][\d ()-]*$/.exec(text)?.[0].trim();
      return numbers === visible
        ? []
        : [{ file, what: `de link ${href} laat "${text}" zien in plaats van ${visible}` }];
    });
}

function unknownPhones(file: string, texts: readonly string[], { publicPhones }: PublicationRules): Leak[] {
  return texts.flatMap((text) =>
    findPhones(text)
      .filter((written) => !namesThatAreNumbers.has(written) && !publicPhones.has(phoneKey(written)))
      .map((written) => ({
        file,
        what: `het nummer ${written} staat niet in content/contacts (in: "${text.slice(0, 80)}")`,
      })),
  );
}

function secretsIn(file: string, strings: readonly string[], { secrets }: PublicationRules): Leak[] {
  // One text with a line each, so that every secret is looked for once.
  const compared = strings.map(comparable).join('\n');
  return secrets
    .filter((secret) => holds(compared, secret))
    .map(({ file: from, kind, value }) => ({
      file,
      what: `${kind === 'text' ? `"${value.slice(0, 40)} …"` : value} uit ${from}, en dat mag niet op de site`,
    }));
}

/** Capitals and spaces do not make another text. */
const comparable = (text: string): string => fold(text).toLowerCase();

function holds(text: string, { kind, value }: Secret): boolean {
  if (kind === 'text') return text.includes(comparable(value));
  if (kind === 'url') return holdsUrl(text, comparable(value));
  return holdsPhone(text, value);
}

/** The address itself, not a longer one that starts with it on the same site, nor a longer host. */
function holdsUrl(text: string, key: string): boolean {
  for (let index = text.indexOf(key); index !== -1; index = text.indexOf(key, index + 1)) {
    const startsThere = /(?:^|[^\w.-]|www\.)$/.test(text.slice(0, index));
    if (startsThere && !/^[\w-]|^\.\w|^\/+\w/.test(text.slice(index + key.length))) return true;
  }
  return false;
}

/** The digits of the number with anything a writer may put between them, in either form. */
function holdsPhone(text: string, key: string): boolean {
  const forms = key.startsWith('+31') ? [key.slice(1), `0${key.slice(3)}`] : [key.replace('+', '')];
  // Three digits are a name or a price more often than a number; their links are judged apart.
  return forms.some(
    (digits) => digits.length > 3 && new RegExp(`(?<![\\d.])${[...digits].join('[ ()./-]?')}(?!\\d)`).test(text),
  );
}
