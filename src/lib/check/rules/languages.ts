import type { Page } from '../../../domain/content.ts';
import { kindNames, textKinds } from '../../../domain/kinds.ts';
import {
  completeLocales,
  localeCodes,
  locales,
  offeredLocales,
  sourceLocale,
  type Locale,
} from '../../../domain/locales.ts';
import type { Problem } from '../../../domain/problem.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { byCodeUnit } from '../../order/by-code-unit.ts';
import { fileOf, onlyInSource } from '../../content/load-content.ts';
import { languageName as nameOfLanguage } from '../../i18n/format-date.ts';
import { stateOf, unitOf, weightyParts } from '../../translation/units.ts';
import { at, type Rule } from '../rule.ts';

/** Name of a language for an editor: en gives Engels. */
const languageName = (locale: Locale): string => nameOfLanguage(locale, sourceLocale);

/** In a complete language every record that has words has them. */
export const missingTexts: Rule = (loaded) =>
  completeLocales.flatMap((locale) =>
    textKinds.flatMap((kind) =>
      [...loaded.content.records[kind].keys()]
        .filter((id) => !loaded.files.some((file) => file.path === fileOf.text(locale, kind, id)))
        .map((id) =>
          at(
            loaded,
            fileOf.record(kind, id),
            [],
            'missing-language',
            `De ${kindNames[kind]} "${id}" heeft geen tekst in het ${languageName(locale)}.`,
            `Maak ${fileOf.text(locale, kind, id)}. Zet hem er ook neer als de vertaling nog niet is nagekeken.`,
          ),
        ),
    ),
  );

/** In a complete language every page of the source language is there, and none of its own. */
export const missingPages: Rule = (loaded) => {
  const paths = new Map<string, string>();
  for (const page of loaded.content.pages) if (!paths.has(page.path)) paths.set(page.path, page.file);
  return completeLocales.flatMap((locale) =>
    [...paths]
      .filter(([path]) => !loaded.files.some((file) => file.path === fileOf.page(locale, path)))
      .map(([path, file]) =>
        at(
          loaded,
          file,
          [],
          'missing-language',
          `De pagina ${path} is er niet in het ${languageName(locale)}.`,
          `Maak ${fileOf.page(locale, path)}.`,
        ),
      ),
  );
};

/**
 * What a page points to is the same in every language. A translation that is known to be older than its
 * source may differ: it is withdrawn until it is renewed, see isShown.
 */
export const samePageFacts: Rule = (loaded) => {
  const bySource = new Map(
    loaded.content.pages.filter((page) => page.locale === sourceLocale).map((page) => [page.path, page]),
  );
  return loaded.content.pages.flatMap((page) => {
    const source = bySource.get(page.path);
    if (!source || source === page) return [];
    const isOld = stateOf(loaded.content, unitOf.page(page.path), page.locale) === 'outdated';
    return isOld && !completeLocales.includes(page.locale) ? [] : differingComponents(source, page);
  });
};

function differingComponents(source: Page, page: Page): Problem[] {
  const shape = (of: Page) =>
    of.components.map(({ name, attributes }) => `${name} ${Object.values(attributes).join(' ')}`.trim());
  const [wanted, found] = [shape(source), shape(page)];
  const index = wanted.findIndex((item, i) => item !== found[i]);
  const place = index === -1 && found.length > wanted.length ? wanted.length : index;
  if (place === -1) return [];
  const line = page.components[place]?.line ?? page.components.at(-1)?.line ?? 1;
  return [
    {
      code: 'languages-differ',
      severity: 'error',
      file: page.file,
      line,
      message: `De blokken zijn hier anders dan in ${source.file}: daar staat ${wanted[place] ? `<${wanted[place]}>` : 'niets meer'}, hier ${found[place] ? `<${found[place]}>` : 'niets meer'}.`,
      cure: 'Zet dezelfde blokken met dezelfde namen in dezelfde volgorde. Alleen de woorden verschillen.',
    },
  ];
}

/** Parts of the interface that only pages for professionals use: these are in complete languages. */
const forProfessionals: ReadonlySet<string> = new Set(['route', 'directory', 'data', 'link']);

/**
 * The interface has the same keys in every language that has one, with the plurals of that language, and
 * every value is text. A gap stops the build in a complete language, and the release in any that is offered.
 */
export const interfaceKeys: Rule = (loaded) => {
  const source = loaded.content.interface[sourceLocale];
  if (!source)
    return [
      {
        code: 'missing-language',
        severity: 'error',
        file: fileOf.interface(sourceLocale),
        message: 'De teksten van de site zelf ontbreken.',
        cure: `Zet ${fileOf.interface(sourceLocale)} terug.`,
      },
    ];
  const inSource = flatten(source);
  const partOf = (key: string): string => key.split('.')[0] ?? '';
  const translatable = new Map([...inSource].filter(([key]) => !onlyInSource.has(partOf(key))));
  const forVisitors = new Map([...translatable].filter(([key]) => !forProfessionals.has(partOf(key))));
  return localeCodes.flatMap((locale) => {
    const given = loaded.content.interface[locale];
    const file = fileOf.interface(locale);
    const needed = completeLocales.includes(locale) ? translatable : forVisitors;
    const wanted = locale === sourceLocale ? inSource : withPlurals(needed, locale);
    const mayLack = !completeLocales.includes(locale) && !offeredLocales.includes(locale);
    if (!given) {
      return mayLack || loaded.files.some((one) => one.path === file)
        ? []
        : [
            {
              code: 'missing-language',
              // A language that is not complete falls back, and the reader is told.
              severity: completeLocales.includes(locale) ? ('error' as const) : ('warning' as const),
              file,
              message: `De teksten van de site zelf zijn er niet in het ${languageName(locale)}.`,
              cure: `Maak ${file}.`,
            },
          ];
    }
    const found = flatten(given);
    const missing = mayLack ? [] : [...wanted.keys()].filter((key) => !found.has(key));
    const extra = [...found.keys()].filter((key) => !wanted.has(key) && !withPlurals(translatable, locale).has(key));
    const empty = [...found]
      .filter(([, value]) => typeof value !== 'string' || value.trim() === '')
      .map(([key]) => key);
    const slots = [...wanted]
      .filter(([key, value]) => found.has(key) && slotsOf(value) !== slotsOf(found.get(key)))
      .map(([key]) => key);
    return [
      ...missing.map((key) => ({
        code: 'interface-key-missing',
        severity: completeLocales.includes(locale) ? ('error' as const) : ('warning' as const),
        file,
        message: `De tekst "${key}" ontbreekt.`,
        cure: `Neem de regel over uit ${fileOf.interface(sourceLocale)} en vertaal hem.`,
      })),
      ...extra.map((key) =>
        at(
          loaded,
          file,
          key.split('.'),
          'interface-key-unknown',
          `De tekst "${key}" bestaat niet in ${fileOf.interface(sourceLocale)}.`,
          near(key, wanted.keys()),
        ),
      ),
      ...empty.map((key) =>
        at(loaded, file, key.split('.'), 'interface-text-empty', `De tekst "${key}" is leeg.`, 'Vul hem in.'),
      ),
      ...slots.map((key) =>
        at(
          loaded,
          file,
          key.split('.'),
          'interface-slot',
          `In "${key}" zijn de woorden tussen dubbele accolades anders dan in het ${languageName(sourceLocale)}.`,
          `Neem ze letterlijk over: ${slotsOf(wanted.get(key)) || 'geen'}.`,
        ),
      ),
    ];
  });
};

/** Every label of the mindmap has a translation in every complete language but the source's. */
export const activityLabels: Rule = (loaded) => {
  const labels = new Set(
    [...loaded.content.records.activities.values()]
      .filter((activity) => activity.visibility === 'public')
      .map((activity) => activity.label),
  );
  return completeLocales
    .filter((locale) => locale !== sourceLocale)
    .flatMap((locale) => {
      const file = fileOf.activityLabels(locale);
      const given = loaded.content.activityLabels[locale] ?? {};
      const missing = [...labels].filter((label) => given[label] === undefined).sort(byCodeUnit);
      const extra = Object.keys(given).filter((label) => !labels.has(label));
      return [
        ...missing.map((label) => ({
          code: 'missing-language',
          severity: 'error' as const,
          file,
          message: `De activiteit "${label}" heeft geen vertaling in het ${languageName(locale)}.`,
          cure: `Zet een regel in dit bestand: ${label}: …`,
        })),
        ...extra.map((label) =>
          at(loaded, file, [label], 'label-unknown', `Geen enkele activiteit heet "${label}".`, near(label, labels)),
        ),
      ];
    });
};

/** In a language that is offered, what stands beside numbers on every page is never older than its source. */
export const weightyInterface: Rule = (loaded) =>
  offeredLocales.flatMap((locale) =>
    [...weightyParts]
      .filter((part) => stateOf(loaded.content, unitOf.interface(part), locale) === 'outdated')
      .map((part) =>
        at(
          loaded,
          fileOf.interface(locale),
          [part],
          'interface-outdated',
          `Het deel "${part}" is in het ${languageName(sourceLocale)} veranderd. Deze vertaling is ouder, en staat op elke pagina.`,
          `Maak de vertaling gelijk. Doe daarna: npm run translations -- --made ${locale} interface/${part}. Was het maar een kleine verandering? npm run translations -- --minor interface/${part}.`,
        ),
      ),
  );

/** What the map says beside its labels is there in every complete language but the source's. */
export const mapWords: Rule = (loaded) => {
  const { activities, sources } = loaded.content.records;
  const shown = [...activities.values()].filter(({ visibility }) => visibility === 'public');
  const said = new Set(
    shown.flatMap(({ why, changes = [], sources: ids }) => [
      ...(why === undefined ? [] : [why]),
      ...changes.map(({ what }) => what),
      ...ids.flatMap((id) => sources.get(id)?.title ?? []),
    ]),
  );
  return localeCodes
    .filter((locale) => locale !== sourceLocale)
    .flatMap((locale) => {
      const file = fileOf.mapWords(locale);
      const given = loaded.content.mapWords[locale] ?? {};
      const missing = completeLocales.includes(locale)
        ? [...said].filter((text) => given[text] === undefined).sort(byCodeUnit)
        : [];
      const extra = Object.keys(given).filter((text) => !said.has(text));
      return [
        ...missing.map((text) => ({
          code: 'missing-language',
          severity: 'error' as const,
          file,
          message: `De zin "${text}" bij de kaart heeft geen vertaling in het ${languageName(locale)}.`,
          cure: 'Zet in dit bestand een regel met links deze zin en rechts de vertaling.',
        })),
        ...extra.map((text) =>
          at(loaded, file, [text], 'map-words-unknown', `Geen activiteit of bron zegt "${text}".`, near(text, said)),
        ),
      ];
    });
};

/** A name is never translated; a word that only stands in for one is. */
export const partnerWords: Rule = (loaded) =>
  localeCodes.flatMap((locale) =>
    [...loaded.content.records.partners].flatMap(([id, { kind, name }]) => {
      const words = loaded.content.texts[locale]?.partners.get(id);
      if (!words) return [];
      const file = fileOf.text(locale, 'partners', id);
      if (kind !== 'legend')
        return words.name === undefined
          ? []
          : [
              at(
                loaded,
                file,
                ['name'],
                'partner-name-translated',
                `"${name}" is een naam. Die blijft in elke taal hetzelfde.`,
                'Haal name weg. Leg bij explanation uit wat de naam betekent.',
              ),
            ];
      return words.name !== undefined || locale === sourceLocale
        ? []
        : [
            at(
              loaded,
              file,
              [],
              'missing-language',
              `"${name}" is geen naam maar een woord, en heeft geen vertaling in het ${languageName(locale)}.`,
              'Zet er name bij, met dat woord in deze taal.',
            ),
          ];
    }),
  );

/** A fallback that is not a language of the table, or that comes back to itself, never ends. */
export const fallbackChains: Rule = () =>
  Object.entries(locales).flatMap(([code, entry]) =>
    (entry.fallback as readonly string[])
      .filter((next) => next === code || !Object.hasOwn(locales, next))
      .map((next) => ({
        code: 'fallback',
        severity: 'error' as const,
        file: 'src/domain/locales.ts',
        message: `De taal ${code} valt terug op "${next}"; dat kan niet.`,
        cure: 'Kies een andere taal uit de tabel.',
      })),
  );

function near(written: string, known: Iterable<string>): string {
  const candidate = didYouMean(written, known);
  return candidate ? `Bedoel je "${candidate}"?` : 'Haal deze regel weg.';
}

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/** The keys with the plurals that a language tells apart in numbers one meets: Polish has few and many. */
function withPlurals(source: ReadonlyMap<string, unknown>, locale: Locale): Map<string, unknown> {
  const rules = new Intl.PluralRules(locale);
  const endings = [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))].sort(byCodeUnit);
  return new Map(
    [...source].flatMap(([key, value]): [string, unknown][] => {
      const base = key.replace(pluralEnding, '');
      if (base === key) return [[key, value]];
      return key.endsWith('_other')
        ? endings.map((ending) => [`${base}_${ending}`, source.get(`${base}_${ending}`) ?? value])
        : [];
    }),
  );
}

function flatten(texts: object, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(texts as Record<string, unknown>).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, value]],
    ),
  );
}

function slotsOf(value: unknown): string {
  return typeof value === 'string'
    ? [...value.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
        .map((match) => match[0])
        .sort(byCodeUnit)
        .join(' ')
    : '';
}
