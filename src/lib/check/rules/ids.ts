import { recordKinds, recordSchemas, kindNames, textKinds, type RecordKind } from '../../../domain/kinds.ts';
import { localeCodes } from '../../../domain/locales.ts';
import { pageSchema } from '../../../domain/page.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import { referencesIn } from '../../content/schema-walk.ts';
import { at, onLine, type Rule } from '../rule.ts';
import type { Problem } from '../../../domain/problem.ts';

/** Every id that a record or a page names must be the id of a record of that kind. */
export const unknownIds: Rule = (loaded) => [...inRecords(loaded), ...inPages(loaded)];

function inRecords(loaded: LoadedContent): Problem[] {
  const { records } = loaded.content;
  return recordKinds.flatMap((kind) =>
    [...records[kind]].flatMap(([id, record]) =>
      referencesIn(recordSchemas[kind], record)
        .filter((reference) => !exists(loaded, reference.kind, reference.id))
        .map((reference) =>
          at(loaded, fileOf.record(kind, id), reference.path, ...unknown(loaded, reference.kind, reference.id)),
        ),
    ),
  );
}

function inPages(loaded: LoadedContent): Problem[] {
  return loaded.content.pages.flatMap((page) => [
    ...referencesIn(pageSchema, page.meta)
      .filter((reference) => !exists(loaded, reference.kind, reference.id))
      .map((reference) => at(loaded, page.file, reference.path, ...unknown(loaded, reference.kind, reference.id))),
    ...page.components.flatMap(({ name, attributes, line }) => {
      const [attribute, kind] = componentTargets[name] ?? [];
      if (attribute === undefined || kind === undefined) return [];
      const id = attributes[attribute];
      if (id === undefined || exists(loaded, kind, id)) return [];
      return [onLine(page.file, line, ...unknown(loaded, kind, id))];
    }),
  ]);
}

/** Which attribute of which component names which kind of record. */
export const componentTargets: Readonly<Record<string, readonly [attribute: string, kind: RecordKind] | undefined>> = {
  Service: ['id', 'services'],
  Resource: ['id', 'resources'],
  Phone: ['contact', 'contacts'],
  Claim: ['source', 'sources'],
};

/** A record that broke in reading still exists: its own problem is told, not a second one. */
function exists(loaded: LoadedContent, kind: RecordKind, id: string): boolean {
  return loaded.content.records[kind].has(id) || loaded.files.some((file) => file.path === fileOf.record(kind, id));
}

function unknown(loaded: LoadedContent, kind: RecordKind, id: string): [string, string, string] {
  const near = didYouMean(id, loaded.content.records[kind].keys());
  return [
    'unknown-id',
    `Er is geen ${kindNames[kind]} "${id}".`,
    near
      ? `Bedoel je "${near}"?`
      : `De namen zijn de bestandsnamen in content/${kind}. Bestaat het nog niet: npm run new -- ${kind} ${id}.`,
  ];
}

/** One id, one thing: a service and a resource with the same id would be taken for each other. */
export const doubleIds: Rule = (loaded) => {
  const { services, resources } = loaded.content.records;
  return [...resources.keys()]
    .filter((id) => services.has(id))
    .map((id) =>
      at(
        loaded,
        fileOf.record('resources', id),
        [],
        'double-id',
        `"${id}" is ook al de naam van een hulp (content/services).`,
        'Geef het adres een andere bestandsnaam.',
      ),
    );
};

/** Two pages with the same address would overwrite each other. */
export const doubleSlugs: Rule = (loaded) => {
  const { doors, partners } = loaded.content.records;
  const reserved = new Map([
    ['who', ''],
    ['about', ''],
  ]);
  return [
    ...doublesOf(
      [...doors].map(([id, door]) => [fileOf.record('doors', id), door.slug]),
      reserved,
    ),
    ...doublesOf(
      [...partners].flatMap(([id, partner]) =>
        partner.slug ? [[fileOf.record('partners', id), partner.slug] as const] : [],
      ),
      new Map(),
    ),
  ].map(({ file, slug, other }) =>
    at(
      loaded,
      file,
      ['slug'],
      'double-slug',
      `Het webadres "${slug}" is al in gebruik${other ? ` (${other})` : ''}.`,
      'Kies een ander webadres.',
    ),
  );
};

function doublesOf(slugs: readonly (readonly [file: string, slug: string])[], seen: Map<string, string>) {
  return slugs.flatMap(([file, slug]) => {
    const other = seen.get(slug);
    if (other !== undefined) return [{ file, slug, other }];
    seen.set(slug, file);
    return [];
  });
}

/** A text without a record would never be shown. */
export const textsWithoutRecord: Rule = (loaded) =>
  localeCodes.flatMap((locale) =>
    textKinds.flatMap((kind) =>
      [...(loaded.content.texts[locale]?.[kind].keys() ?? [])]
        .filter((id) => !exists(loaded, kind, id))
        .map((id) => {
          const near = didYouMean(id, loaded.content.records[kind].keys());
          return at(
            loaded,
            fileOf.text(locale, kind, id),
            [],
            'text-without-record',
            `Bij deze tekst hoort geen bestand content/${kind}/${id}.yaml.`,
            near ? `Bedoel je ${near}.yaml? Hernoem dan deze tekst.` : 'Maak het bestand, of haal deze tekst weg.',
          );
        }),
    ),
  );
