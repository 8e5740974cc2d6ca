import { beforeAll, describe, expect, it } from 'vitest';
import type { Phone } from '../../src/domain/contact.ts';
import { localeCodes, type Locale } from '../../src/domain/locales.ts';
import type { ContentFile } from '../../src/domain/problem.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import type { Rule } from '../../src/lib/check/rule.ts';
import {
  almostEmergencyNumbers,
  numbersAsNames,
  sameEmergencyNumbers,
  sealedNumbers,
} from '../../src/lib/check/rules/numbers.ts';
import { doublePhones, phoneNumbers } from '../../src/lib/check/rules/provenance.ts';
import { invisibleCharacters, phoneInProse } from '../../src/lib/check/rules/wording.ts';
import { namesThatAreNumbers } from '../../src/lib/contact/find-phones.ts';
import { showPhone } from '../../src/lib/contact/format-phone.ts';
import { isPublishable } from '../../src/lib/contact/publish.ts';
import { fileOf, loadContent, type LoadedContent } from '../../src/lib/content/load-content.ts';
import { htmlStrings } from '../../src/lib/dist/html-strings.ts';
import { scanHtml } from '../../src/lib/dist/scan.ts';
import { publicationRules, type PublicationRules } from '../../src/lib/dist/secrets.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { project } from '../fixtures/project.ts';

interface PublicNumber {
  readonly id: string;
  readonly phone: Phone;
}

let all: readonly ContentFile[];
/** Contacts and seals alone: each mutant is one file more, read on its own and put in its place. */
let prepared: LoadedContent;
let numbers: readonly PublicNumber[];
let published: PublicationRules;

beforeAll(async () => {
  all = await readContentFiles(project);
  prepared = loadContent(all.filter(({ path }) => path.startsWith('content/contacts/') || path === fileOf.numbers()));
  numbers = [...prepared.content.records.contacts].flatMap(([id, contact]) =>
    contact.visibility === 'public'
      ? contact.phones.filter((phone) => isPublishable(phone)).map((phone) => ({ id, phone }))
      : [],
  );
  published = publicationRules(prepared.content);
});

const recordRules: readonly Rule[] = [
  phoneNumbers,
  doublePhones,
  sealedNumbers,
  numbersAsNames,
  almostEmergencyNumbers,
  invisibleCharacters,
];
const pageRules: readonly Rule[] = [phoneInProse, almostEmergencyNumbers, sameEmergencyNumbers, invisibleCharacters];

const textOf = (path: string): string => all.find((file) => file.path === path)?.text ?? '';
const contactFile = (id: string): ContentFile => {
  const path = fileOf.record('contacts', id);
  return { path, text: textOf(path) };
};

/** A file in which one text is another. Throws when nothing changed: a mutant must be real. */
function changed(file: ContentFile, from: string | RegExp, to: string): ContentFile {
  const text = file.text.replace(from, () => to);
  if (text === file.text) throw new Error(`${String(from)} does not stand in ${file.path}`);
  return { path: file.path, text };
}

const refuses = (rules: readonly Rule[], loaded: LoadedContent): boolean =>
  loaded.problems.length > 0 ||
  rules.some((rule) => rule(loaded, { siteDate: '2026-11-22' }).some(({ severity }) => severity === 'error'));

/** Whether the check refuses contacts that are as in these files. */
function refusesContacts(files: readonly ContentFile[], rules = recordRules): boolean {
  const own = loadContent(files);
  const contacts = new Map([...prepared.content.records.contacts, ...own.content.records.contacts]);
  const records = { ...prepared.content.records, contacts };
  return refuses(rules, { ...own, content: { ...prepared.content, records } });
}

const refusesPages = (files: readonly ContentFile[]): boolean => refuses(pageRules, loadContent(files));

/** Three other digits for each digit, one after the other. */
function otherDigits(written: string): string[] {
  return [...written].flatMap((char, index) =>
    /\d/.test(char)
      ? [1, 4, 7].map(
          (step) => `${written.slice(0, index)}${String((Number(char) + step) % 10)}${written.slice(index + 1)}`,
        )
      : [],
  );
}

const unseen = ['\u200B', '\u200C', '\u200D', '\u2060', '\u202E', '\u00AD', '\uFEFF'];
const inserted = (written: string, mark: string, index: number): string =>
  `${written.slice(0, index)}${mark}${written.slice(index)}`;
const between = (written: string): number => Math.ceil(written.length / 2);
/** The digits of other scripts: Arabic, Persian, Devanagari and the wide ones. */
const scripts = [0x0660, 0x06f0, 0x0966, 0xff10];
const inScript = (written: string, zero: number): string =>
  written.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const digitMutants = (): ContentFile[][] =>
  numbers.flatMap(({ id, phone }) =>
    otherDigits(phone.number).map((number) => [
      changed(contactFile(id), `number: '${phone.number}'`, `number: '${number}'`),
    ]),
  );

const asWritten = ({ phone }: PublicNumber): RegExp => {
  const number = phone.number.replaceAll(/[+]/g, String.raw`\+`);
  return new RegExp(String.raw`'${number}'\n +type: ${phone.type}`);
};
const inYaml = ({ phone }: PublicNumber): string => `'${phone.number}'\n    type: ${phone.type}`;
const swapMutants = (): ContentFile[][] =>
  numbers.flatMap((one, index) =>
    numbers
      .slice(index + 1)
      .filter((other) => other.id !== one.id)
      .map((other) => [
        changed(contactFile(one.id), asWritten(one), inYaml(other)),
        changed(contactFile(other.id), asWritten(other), inYaml(one)),
      ]),
  );

const unseenMutants = (): ContentFile[][] =>
  numbers.flatMap(({ id, phone: { number } }) =>
    [
      ...unseen.flatMap((mark) => [
        `'${inserted(number, mark, between(number))}'`,
        `'${mark}${number}'`,
        `'${number}${mark}'`,
        `"${inserted(number, String.raw`\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`, between(number))}"`,
      ]),
      ...scripts.flatMap((zero) => [
        `'${inScript(number, zero)}'`,
        ...[...number].flatMap((char, place) =>
          /\d/.test(char) ? [`'${number.slice(0, place)}${inScript(char, zero)}${number.slice(place + 1)}'`] : [],
        ),
      ]),
    ].map((written) => [changed(contactFile(id), `number: '${number}'`, `number: ${written}`)]),
  );

/** A link as the site writes it, of which one of the two halves is another. */
const linkMutants = (): string[] =>
  numbers.flatMap(({ phone }) => {
    const { visible, href } = showPhone(phone);
    const link = (to: string, text: string): string => `<p><a href="${to}">Bel <bdi>${text}</bdi></a></p>`;
    return [
      ...otherDigits(href).map((other) => link(other, visible)),
      ...otherDigits(visible).map((other) => link(href, other)),
      ...unseen.map((mark) => link(href, inserted(visible, mark, between(visible)))),
      ...scripts.map((zero) => link(href, inScript(visible, zero))),
    ];
  });

/** A page of each language in which somebody writes a number, right or with a wrong digit, plain or hidden. */
function pageMutants(): ContentFile[][] {
  return localeCodes.flatMap((locale) => {
    const path = fileOf.page(locale, 'work/check');
    const page = { path, text: textOf(path) };
    return numbers.flatMap(({ phone }) => {
      const { visible } = showPhone(phone);
      const wrong = otherDigits(visible).at(-1) ?? '';
      const written = namesThatAreNumbers.has(visible) ? [wrong] : [visible, wrong];
      return written
        .flatMap((number) => writtenAs(number))
        .map((text) => [{ ...page, text: `${page.text}\n\nBel ${text}.\n` }]);
    });
  });
}

function writtenAs(number: string): string[] {
  const half = between(number);
  const [start, end] = [number.slice(0, half), number.slice(half)];
  return [
    number,
    `${start}**${end}**`,
    inserted(number, '\u200B', half),
    inserted(number, '&#8203;', half),
    inScript(number, 0x0660),
    number.replaceAll(/[ -]/g, '·'),
  ];
}

/** 112 where all other languages say 113, and the other way round. */
function languageMutants(): { of: Locale; files: ContentFile[] }[] {
  const named = all.filter(
    ({ path, text }) => path.startsWith('content/pages/nl/') && /\b11[23]\b/.test(wordsOf(text)),
  );
  return named.flatMap(({ path }) => {
    const pages = localeCodes
      .map((locale) => path.replace('/nl/', `/${locale}/`))
      .map((other) => ({ path: other, text: textOf(other) }))
      .filter(({ text }) => text !== '');
    return pages
      .filter(({ text }) => /\b11[23]\b/.test(wordsOf(text)))
      .map((page) => ({
        of: (page.path.split('/')[2] ?? '') as Locale,
        files: pages.map((one) => (one === page ? swapped(one) : one)),
      }));
  });
}

/** The words of a page, without what names a source. */
const wordsOf = (text: string): string =>
  text
    .split('\n---\n')
    .slice(1)
    .join('')
    .replaceAll(/<[^>]*>/g, '');
function swapped({ path, text }: ContentFile): ContentFile {
  const [front = '', ...rest] = text.split('\n---\n');
  const body = rest
    .join('\n---\n')
    .replace(/(?<![-\w"])11[23](?![\w"])/, (number) => (number === '112' ? '113' : '112'));
  return { path, text: `${front}\n---\n${body}` };
}

/** What a mutant changed, in one line: a whole file would say nothing. */
const inShort = (mutant: ContentFile[] | string): string =>
  typeof mutant === 'string'
    ? mutant
    : mutant
        .map(({ path, text }) => {
          const was = textOf(path).split('\n');
          const line = text.split('\n').find((one, index) => one !== was[index]);
          return `${path}: ${line ?? ''}`;
        })
        .filter((line) => !line.endsWith(': '))
        .join(' | ');

/** Writes down how many were found, and tells of those that were not. */
function survivors<T extends ContentFile[] | string>(
  kind: string,
  mutants: readonly T[],
  isRefused: (mutant: T) => boolean,
): string[] {
  const left = mutants.filter((mutant) => !isRefused(mutant));
  recordFigure(
    `T18 altered numbers, ${kind}: refused / tried`,
    `${String(mutants.length - left.length)} / ${String(mutants.length)}`,
  );
  return left.map(inShort);
}

describe('T18 an altered phone number is refused', () => {
  it('starts from numbers that pass', () => {
    expect(numbers.length).toBeGreaterThan(10);
    expect(refuses(recordRules, prepared)).toBe(false);
    expect(numbers.filter(({ id }) => refusesContacts([contactFile(id)]))).toEqual([]);
  });

  it('with any digit changed', () => {
    const mutants = digitMutants();
    expect(mutants.length).toBeGreaterThan(300);
    expect(survivors('a digit', mutants, (files) => refusesContacts(files))).toEqual([]);
  });

  it('in the name of a contact that is called by its number', () => {
    const named = numbers.filter(({ phone }) => namesThatAreNumbers.has(phone.number));
    expect(named.length).toBeGreaterThan(1);
    const mutants = named.flatMap(({ id, phone: { number } }) =>
      [...otherDigits(number), ...namesThatAreNumbers]
        .filter((other) => other !== number)
        .map((other) => [changed(contactFile(id), new RegExp(`(?<=^name: .?)${number}`, 'm'), other)]),
    );
    expect(survivors('in a name', mutants, (files) => refusesContacts(files))).toEqual([]);
  });

  it('that two partners swapped', () => {
    const mutants = swapMutants();
    expect(mutants.length).toBeGreaterThan(80);
    expect(survivors('swapped', mutants, (files) => refusesContacts(files))).toEqual([]);
  });

  it('with a character in it that nobody sees, or with digits of another script', () => {
    expect(survivors('hidden', unseenMutants(), (files) => refusesContacts(files))).toEqual([]);
  });

  it('of which only the link, or only the visible half, is another', () => {
    const isRefused = (html: string): boolean => scanHtml('x.html', htmlStrings(html), published).length > 0;
    const right = numbers.map(({ phone: number }) => showPhone(number));
    expect(right.filter(({ href, visible }) => isRefused(`<a href="${href}">Bel ${visible}</a>`))).toEqual([]);
    expect(survivors('link or text', linkMutants(), isRefused)).toEqual([]);
  });

  it('that stands in the words of a page, in one language', () => {
    expect(survivors('in a page', pageMutants(), (files) => refusesPages(files))).toEqual([]);
  });

  it('when one language says 113 and the others 112', () => {
    const mutants = languageMutants();
    expect(new Set(mutants.map(({ of }) => of)).size).toBeGreaterThan(7);
    const files = mutants.map((mutant) => mutant.files);
    expect(survivors('112 and 113 in one language', files, (pages) => refusesPages(pages))).toEqual([]);
  });
});

describe('T18 this test can fail', () => {
  const without = (rule: Rule): readonly Rule[] => recordRules.filter((one) => one !== rule);

  it('without seals more than half of the wrong digits and swaps pass', () => {
    const digits = digitMutants();
    const passed = digits.filter((files) => !refusesContacts(files, without(sealedNumbers)));
    expect(passed.length).toBeGreaterThan(digits.length / 2);
    const swaps = swapMutants();
    expect(swaps.filter((files) => !refusesContacts(files, without(sealedNumbers))).length).toBeGreaterThan(
      swaps.length / 2,
    );
    recordFigure(
      'T18 altered numbers, a digit: would pass without seals',
      `${String(passed.length)} / ${String(digits.length)}`,
    );
  });
});
