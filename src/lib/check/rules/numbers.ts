import type { Contact } from '../../../domain/contact.ts';
import type { InterfaceTexts } from '../../../domain/content.ts';
import { localeCodes, sourceLocale, type Locale } from '../../../domain/locales.ts';
import type { NumberSeal } from '../../../domain/number-seal.ts';
import type { Problem } from '../../../domain/problem.ts';
import { fold } from '../../contact/fold.ts';
import { isPublishable } from '../../contact/publish.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import { byCodeUnit } from '../../order/by-code-unit.ts';
import { fileOfUnit } from '../../translation/stamp.ts';
import { unitsOf } from '../../translation/units.ts';
import { at, onLine, type Rule } from '../rule.ts';
import { runsOf, translatedWords, wordsOf } from './wording.ts';

const cureFor = (contact: string): string =>
  `Laat een tweede persoon het nummer cijfer voor cijfer vergelijken met de bron. Klopt het, laat die het dan zelf overtypen: npm run numbers -- ${contact} 'nummer' --by rol --on dag.`;

/**
 * A digit that is wrong in a number of a right shape looks like any other number. So every number that
 * is shown has a seal: somebody else compared it with the source and typed it over.
 */
export const sealedNumbers: Rule = (loaded) => {
  if (loaded.broken.has(fileOf.numbers())) return [];
  const seals = loaded.content.numberSeals;
  return [
    ...[...loaded.content.records.contacts].flatMap(([id, contact]) => unsealed(loaded, id, contact, seals[id] ?? [])),
    ...Object.entries(seals).flatMap(([id, given]) => leftOver(loaded, id, given)),
  ];
};

/** Numbers of a contact that are shown and that nobody compared as they are now. */
function unsealed(loaded: LoadedContent, id: string, contact: Contact, seals: readonly NumberSeal[]): Problem[] {
  const [gone] = seals.filter(({ number }) => !contact.phones.some((phone) => phone.number === number));
  return contact.phones.flatMap((phone, index) => {
    const isShown = contact.visibility === 'public' && isPublishable(phone);
    if (!isShown || seals.some(({ number }) => number === phone.number)) return [];
    return [
      at(
        loaded,
        fileOf.record('contacts', id),
        ['phones', index, 'number'],
        gone ? 'number-differs' : 'number-not-sealed',
        gone
          ? `Bij "${id}" staat ${phone.number}, maar vergeleken met de bron is ${gone.number} (${gone.on}).`
          : `Het nummer ${phone.number} van "${id}" is nog niet door een tweede persoon met de bron vergeleken.`,
        `${gone ? 'Veranderde je het per ongeluk, zet het dan terug. ' : ''}${cureFor(id)}`,
      ),
    ];
  });
}

/** Seals on what is no longer there: somebody took a number away, or gave a contact another name. */
function leftOver(loaded: LoadedContent, id: string, seals: readonly NumberSeal[]): Problem[] {
  const contact = loaded.content.records.contacts.get(id);
  if (!contact) {
    if (loaded.broken.has(fileOf.record('contacts', id))) return [];
    return [
      at(
        loaded,
        fileOf.numbers(),
        [id],
        'seal-without-contact',
        `Er is een zegel voor "${id}", maar dat contact is er niet.`,
        'Kreeg het contact een andere naam, verander die dan hier ook. Is het weg, haal het zegel dan weg.',
      ),
    ];
  }
  if (unsealed(loaded, id, contact, seals).length > 0) return [];
  return seals.flatMap(({ number }, index) =>
    contact.phones.some((phone) => phone.number === number)
      ? []
      : [
          at(
            loaded,
            fileOf.numbers(),
            [id, index, 'number'],
            'seal-without-number',
            `Er is een zegel op ${number} van "${id}", maar dat nummer staat niet meer in het contact.`,
            'Zet het nummer terug. Moest het van de site, zet er dan visibility: hidden bij. Is het echt weg, haal het zegel dan weg.',
          ),
        ],
  );
}

/** 112 and 113, the only numbers that a text may name. */
const emergency = /(?<![\d.,:/-])11[23](?!\d|[.,:/-]\d)/g;

/** Which of them a text names, in whatever digits. */
const namedIn = (text: string): string[] => (/\p{N}/u.test(text) ? (fold(text).match(emergency) ?? []) : []);

/** One digit away from them. */
const almostEmergency = /(?<![\d.,:/-])(?!11[23])(?:\d1[23]|1\d[23]|11\d)(?!\d|[.,:/-]\d)/;

/** 112 and 113 may stand in a text, so a digit that is wrong in them must not pass for a number of something. */
export const almostEmergencyNumbers: Rule = (loaded) =>
  // Names of sources are as their makers write them, and people ask with mistakes.
  [
    ...wordsOf(loaded).filter(({ file, field }) => !file.startsWith('content/sources/') && field !== 'wordings'),
    ...runsOf(loaded),
  ].flatMap(({ file, line, text }) => {
    const found = /\p{N}/u.test(text) ? almostEmergency.exec(fold(text))?.[0] : undefined;
    return found === undefined
      ? []
      : [
          onLine(
            file,
            line,
            'almost-112',
            `Hier staat ${found}. Dat scheelt één cijfer met 112 of 113.`,
            'Is het een noodnummer, verbeter het dan. Is het een ander getal, schrijf het dan in letters of rond het af.',
          ),
        ];
  });

/** Who is called by a number is called by its own. */
export const numbersAsNames: Rule = (loaded) =>
  [...loaded.content.records.contacts].flatMap(([id, contact]) =>
    namedIn(contact.name)
      .filter((number) => !contact.phones.some((phone) => phone.number === number))
      .map((number) =>
        at(
          loaded,
          fileOf.record('contacts', id),
          ['name'],
          'name-differs',
          `De naam noemt ${number}, maar dat is geen nummer van "${id}".`,
          'Kijk of de naam of het nummer fout is, en verbeter dat.',
        ),
      ),
  );

/** Which of the two a text names is the same in every language; also where the translation is older than its source. */
export const sameEmergencyNumbers: Rule = (loaded) => {
  const named = new Map<string, string[]>();
  for (const { file, text } of translatedWords(loaded)) named.set(file, [...(named.get(file) ?? []), ...namedIn(text)]);
  const units = unitsOf(loaded.content)
    .filter((unit) => !unit.startsWith('interface/'))
    .flatMap((unit) =>
      localeCodes.flatMap((locale) =>
        differing(
          fileOfUnit(unit, locale),
          fileOfUnit(unit, sourceLocale),
          named.get(fileOfUnit(unit, sourceLocale)),
          named.get(fileOfUnit(unit, locale)),
        ),
      ),
    );
  return [...units, ...localeCodes.flatMap((locale) => interfaceDiffers(loaded, locale))];
};

function interfaceDiffers({ content }: LoadedContent, locale: Locale): Problem[] {
  const source = leaves(content.interface[sourceLocale] ?? {});
  return [...leaves(content.interface[locale] ?? {})].flatMap(([key, text]) =>
    differing(
      fileOf.interface(locale),
      fileOf.interface(sourceLocale),
      namedIn(source.get(key) ?? ''),
      namedIn(text),
      ` bij "${key}"`,
    ),
  );
}

/** A number more or less is another sentence; as many, and others, is a mistake in one of the two. */
function differing(
  file: string,
  source: string,
  wanted: readonly string[] = [],
  found: readonly string[] = [],
  where = '',
): Problem[] {
  const inOrder = (all: readonly string[]): string => [...all].sort(byCodeUnit).join(', ');
  if (wanted.length !== found.length || inOrder(wanted) === inOrder(found)) return [];
  return [
    onLine(
      file,
      1,
      'emergency-differs',
      `Hier staat${where} ${inOrder(found)}, en in ${source} staat ${inOrder(wanted)}.`,
      'Kijk welke van de twee fout is, en verbeter die.',
    ),
  ];
}

function leaves(texts: InterfaceTexts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
}
