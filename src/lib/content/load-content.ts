import { z } from 'zod';
import type { Content, InterfaceTexts, Page } from '../../domain/content.ts';
import {
  recordKinds,
  recordSchemas,
  textKinds,
  textSchemas,
  type RecordKind,
  type TextKind,
} from '../../domain/kinds.ts';
import { isLocale, localeCodes, sourceLocale, type Locale } from '../../domain/locales.ts';
import { numberSealsSchema, type NumberSeals } from '../../domain/number-seal.ts';
import { pageSchema, translatedPageSchema } from '../../domain/page.ts';
import type { ContentFile, Problem } from '../../domain/problem.ts';
import { activityLabelsSchema, mapWordsSchema } from '../../domain/records.ts';
import { outsideSchema, wordGroupsSchema, type Outside, type WordGroups } from '../../domain/finder-words.ts';
import { slugPattern } from '../../domain/fields.ts';
import { translationField, translationSchema, type Translation, type UnitKey } from '../../domain/translation.ts';
import { parseBody, splitPage, type PageBody } from '../mdx/parse-page.ts';
import { didYouMean } from '../content/did-you-mean.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import { sourceHash } from '../translation/source-hash.ts';
import { unitOf } from '../translation/units.ts';
import { explainIssue } from './explain-issue.ts';
import { readYaml, type FieldPath, type YamlSource } from './read-yaml.ts';
import { descriptionAt, fieldNamesAt } from './schema-walk.ts';

/** Content that was read, with the way back from every field to its place in a file. */
export interface LoadedContent {
  readonly content: Content;
  readonly problems: readonly Problem[];
  /** All files that were given, for rules on raw text. */
  readonly files: readonly ContentFile[];
  /** Files of which nothing could be read: what points to them is not to blame. */
  readonly broken: ReadonlySet<string>;
  /** Words of each page, by file. */
  readonly pageWords: ReadonlyMap<string, PageBody['texts']>;
  /** Paragraphs of each page, by file. */
  readonly pageBlocks: ReadonlyMap<string, PageBody['blocks']>;
  /** Paragraphs and headings of each page, each as one run of words, by file. */
  readonly pageRuns: ReadonlyMap<string, PageBody['runs']>;
  /** The place of a field. A file that was not read gives line 1. */
  locate(file: string, path?: FieldPath): { file: string; line: number };
}

/** Fields of texts that every language has of its own: how people there ask is no translation. */
const notTranslated = ['wordings'];

/** Part of the interface that is Dutch on every page: what one says on the phone. */
export const onlyInSource: ReadonlySet<string> = new Set(['dutch']);

/** Where a record or a text lives. */
export const fileOf = {
  record: (kind: RecordKind, id: string) => `content/${kind}/${id}.yaml`,
  text: (locale: Locale, kind: TextKind, id: string) => `content/texts/${locale}/${kind}/${id}.yaml`,
  page: (locale: Locale, path: string) => `content/pages/${locale}/${path}.mdx`,
  interface: (locale: Locale) => `content/interface/${locale}.json`,
  activityLabels: (locale: Locale) => `content/texts/${locale}/activity-labels.yaml`,
  mapWords: (locale: Locale) => `content/texts/${locale}/map-words.yaml`,
  wordGroups: (locale: Locale) => `content/texts/${locale}/word-groups.yaml`,
  outside: (locale: Locale) => `content/texts/${locale}/outside.yaml`,
  numbers: () => 'content/numbers.yaml',
} as const;

/**
 * Reads every file of `content/` into one typed whole. Never throws on bad content: what is wrong
 * comes back as problems, and what is right is still there, so that all problems show at once.
 */
export function loadContent(given: readonly ContentFile[]): LoadedContent {
  const files = [...given].map(withPlainLineEnds).sort((a, b) => byCodeUnit(a.path, b.path));
  const problems: Problem[] = [];
  const sources = new Map<string, YamlSource>();
  const pageWords = new Map<string, PageBody['texts']>();
  const pageBlocks = new Map<string, PageBody['blocks']>();
  const pageRuns = new Map<string, PageBody['runs']>();
  const records = mapOf(recordKinds, () => new Map<string, unknown>());
  const texts = mapOf(localeCodes, () => mapOf(textKinds, () => new Map<string, unknown>()));
  const activityLabels: Partial<Record<Locale, Record<string, string>>> = {};
  const mapWords: Partial<Record<Locale, Record<string, string>>> = {};
  const wordGroups: Partial<Record<Locale, WordGroups>> = {};
  const outside: Partial<Record<Locale, Outside>> = {};
  const interfaces: Partial<Record<Locale, InterfaceTexts>> = {};
  let numberSeals: NumberSeals = {};
  const pages: Page[] = [];
  const translatedPages: (Omit<Page, 'meta'> & { readonly words: z.infer<typeof translatedPageSchema> })[] = [];
  const sourceHashes = new Map<UnitKey, string>();
  const translations = mapOf(localeCodes, () => new Map<UnitKey, Translation>());
  const broken = new Set<string>();

  for (const file of files) {
    if (file.unreadable) {
      problems.push(unreadable(file.path, file.unreadable));
      continue;
    }
    const claim = claimOf(file.path);
    switch (claim.kind) {
      case 'record': {
        const value = readFile(file, recordSchemas[claim.record]);
        if (value !== undefined) records[claim.record].set(claim.id, value);
        break;
      }
      case 'text': {
        const value = readTranslated(
          file,
          textSchemas[claim.text],
          claim.locale,
          unitOf.text(claim.text, claim.id),
          notTranslated,
        );
        if (value !== undefined) texts[claim.locale][claim.text].set(claim.id, value);
        break;
      }
      case 'labels': {
        const value = readTranslated(file, activityLabelsSchema, claim.locale, unitOf.labels());
        if (value !== undefined) activityLabels[claim.locale] = value;
        break;
      }
      case 'map-words': {
        const value = readFile(file, mapWordsSchema);
        if (value !== undefined) mapWords[claim.locale] = value;
        break;
      }
      case 'word-groups': {
        const value = readFile(file, wordGroupsSchema);
        if (value !== undefined) wordGroups[claim.locale] = value;
        break;
      }
      case 'outside': {
        const value = readFile(file, outsideSchema);
        if (value !== undefined) outside[claim.locale] = value;
        break;
      }
      case 'numbers':
        numberSeals = readFile(file, numberSealsSchema) ?? {};
        break;
      case 'interface':
        readInterface(file, claim.locale);
        break;
      case 'page':
        readPage(file, claim.locale, claim.folder, claim.name);
        break;
      case 'guide':
        break;
      case 'unclaimed':
        problems.push({
          code: claim.code,
          severity: 'error',
          file: file.path,
          message: claim.message,
          cure: claim.cure,
        });
    }
  }

  addTranslatedPages();
  sourceHashes.set(
    unitOf.labels(),
    sourceHash(
      [...(records.activities as Map<string, { label: string; visibility: string }>).values()]
        .filter(({ visibility }) => visibility === 'public')
        .map(({ label }) => label)
        .sort(byCodeUnit),
    ),
  );

  return {
    content: {
      records,
      texts,
      activityLabels,
      mapWords,
      wordGroups,
      outside,
      numberSeals,
      pages,
      interface: interfaces,
      sourceHashes,
      translations,
    } as unknown as Content,
    problems,
    files,
    broken,
    pageWords,
    pageBlocks,
    pageRuns,
    locate: (file, path = []) => ({ file, line: (path.length > 0 ? sources.get(file)?.lineOf(path) : undefined) ?? 1 }),
  };

  function readFile<S extends z.ZodType>(
    file: ContentFile,
    schema: S,
    firstLine = 1,
    wordsIn: (data: unknown, source: YamlSource) => unknown = (data) => data,
  ): z.infer<S> | undefined {
    const read = readYaml(file, firstLine);
    if (!read.source) {
      problems.push(...read.problems);
      broken.add(file.path);
      return undefined;
    }
    sources.set(file.path, read.source);
    const result = schema.safeParse(wordsIn(read.source.data, read.source));
    if (result.success) return result.data;
    broken.add(file.path);
    for (const issue of result.error.issues) problems.push(...explain(file.path, read.source, schema, issue));
    return undefined;
  }

  /** Words in a language: of a source text the hash is kept, of a translation what it says of itself. */
  function readTranslated<S extends z.ZodType>(
    file: ContentFile,
    schema: S,
    locale: Locale,
    unit: UnitKey,
    leave: readonly string[] = [],
    firstLine = 1,
  ): z.infer<S> | undefined {
    if (locale === sourceLocale) {
      const value = readFile(file, schema, firstLine);
      if (value !== undefined) sourceHashes.set(unit, sourceHash(value, leave));
      return value;
    }
    return readFile(file, schema, firstLine, (data, source) => {
      if (typeof data !== 'object' || data === null) return data;
      const { [translationField]: said, ...words } = data as Record<string, unknown>;
      noteTranslation(file.path, locale, unit, said, source);
      return words;
    });
  }

  function noteTranslation(
    file: string,
    locale: Locale,
    unit: UnitKey,
    said: unknown,
    source: YamlSource,
    place: readonly string[] = [],
  ): void {
    translations[locale].set(unit, { of: '' });
    if (said === undefined) return;
    const result = translationSchema.safeParse(said);
    if (result.success) translations[locale].set(unit, result.data);
    else
      for (const issue of result.error.issues) {
        const path = [translationField, ...place, ...issue.path];
        problems.push(
          ...explain(file, source, z.looseObject({ [translationField]: translationSchema }), { ...issue, path }),
        );
      }
  }

  /** A field that is right in the source page and cannot stand in its translation. */
  function explainFacts(file: string): void {
    problems.forEach((problem, index) => {
      if (problem.file !== file || problem.code !== 'unknown-field') return;
      const field = /"(\w+)"/.exec(problem.message)?.[1] ?? '';
      if (!(field in pageSchema.shape)) return;
      problems[index] = {
        ...problem,
        code: 'fact-in-translation',
        message: `"${field}" is een feit. Het staat alleen in de Nederlandse pagina en geldt voor elke taal.`,
        cure: 'Haal deze regel hier weg.',
      };
    });
  }

  /** Facts of a translated page are those of its source, so that they are the same in every language. */
  function addTranslatedPages(): void {
    for (const { words, ...page } of translatedPages) {
      const source = pages.find(({ locale, path }) => locale === sourceLocale && path === page.path);
      if (source) pages.push({ ...page, meta: { ...source.meta, ...words } });
      else if (!broken.has(fileOf.page(sourceLocale, page.path)))
        problems.push({
          code: 'page-without-source',
          severity: 'error',
          file: page.file,
          line: 1,
          message: `Deze pagina is een vertaling, maar ${fileOf.page(sourceLocale, page.path)} is er niet.`,
          cure: 'Maak eerst de Nederlandse pagina, of haal deze weg.',
        });
    }
    pages.sort((a, b) => byCodeUnit(a.file, b.file));
  }

  function readInterface(file: ContentFile, locale: Locale): void {
    try {
      const { [translationField]: said, ...strings } = JSON.parse(file.text) as InterfaceTexts;
      // JSON is YAML too; read so, every string has a line to point at, and none can stand there twice.
      const { source, problems: found } = readYaml(file);
      problems.push(...found);
      if (!source) return;
      interfaces[locale] =
        locale === sourceLocale && said !== undefined ? { ...strings, [translationField]: said } : strings;
      sources.set(file.path, source);
      for (const [part, words] of Object.entries(strings))
        if (onlyInSource.has(part)) continue;
        else if (locale === sourceLocale) sourceHashes.set(unitOf.interface(part), sourceHash(words));
        else
          noteTranslation(
            file.path,
            locale,
            unitOf.interface(part),
            (said as InterfaceTexts | undefined)?.[part],
            source,
            [part],
          );
    } catch (error) {
      const line = /line (\d+)/.exec(String(error))?.[1];
      problems.push({
        code: 'json-syntax',
        severity: 'error',
        file: file.path,
        line: Number(line ?? 1),
        message: 'Dit bestand is niet goed te lezen.',
        cure: 'Kijk of elke tekst tussen dubbele aanhalingstekens staat en of er na elke regel, behalve de laatste, een komma staat.',
      });
    }
  }

  function readPage(file: ContentFile, locale: Locale, folder: string, name: string): void {
    const split = splitPage(file);
    if ('problem' in split) {
      problems.push(split.problem);
      broken.add(file.path);
      return;
    }
    const unit = unitOf.page(`${folder}/${name}`);
    const isSource = locale === sourceLocale;
    const meta = isSource ? readFile(split.parts.frontmatter, pageSchema, 2) : undefined;
    const words = isSource
      ? undefined
      : readTranslated(split.parts.frontmatter, translatedPageSchema, locale, unit, [], 2);
    explainFacts(file.path);
    const { body, problems: bodyProblems } = parseBody(file.path, split.parts);
    problems.push(...bodyProblems);
    pageWords.set(file.path, body.texts);
    pageBlocks.set(file.path, body.blocks);
    pageRuns.set(file.path, body.runs);
    const page = {
      file: file.path,
      locale,
      path: `${folder}/${name}`,
      folder,
      links: body.links,
      components: body.components,
    };
    if (words !== undefined) translatedPages.push({ ...page, words });
    if (meta === undefined) return;
    const { title, tabTitle, description } = meta;
    sourceHashes.set(unit, sourceHash({ title, tabTitle, description, body: split.parts.body }));
    pages.push({ ...page, meta });
  }
}

function unreadable(file: string, why: 'link' | 'size'): Problem {
  const [message, cure] =
    why === 'link'
      ? ['Dit is een verwijzing naar een bestand ergens anders.', 'Zet het bestand zelf hier neer.']
      : ['Dit bestand is veel te groot voor een tekst.', 'Knip het in stukken, of haal het weg.'];
  return { code: 'unreadable-file', severity: 'error', file, message, cure };
}

/** More wrong fields than this in one place are one mistake: the wrong file. Naming all of them helps nobody. */
const mostUnknownFields = 25;

function explain(file: string, source: YamlSource, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const value = path.reduce<unknown>(
    (inner, part) => (inner as Record<string | number, unknown> | undefined)?.[part],
    source.data,
  );
  const known = fieldNamesAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostUnknownFields).map((key) => ({
      ...explainIssue({ ...issue, keys: [key] }, value, known),
      severity: 'error' as const,
      file,
      line: source.lineOfKey([...path, key]),
    }));
  }
  return [
    {
      ...explainIssue(issue, value, known, descriptionAt(schema, path)),
      severity: 'error',
      file,
      line: source.lineOf(path),
    },
  ];
}

type Claim =
  | { kind: 'record'; record: RecordKind; id: string }
  | { kind: 'text'; locale: Locale; text: TextKind; id: string }
  | { kind: 'labels' | 'map-words'; locale: Locale }
  | { kind: 'word-groups' | 'outside'; locale: Locale }
  | { kind: 'interface'; locale: Locale }
  | { kind: 'page'; locale: Locale; folder: string; name: string }
  | { kind: 'numbers' }
  | { kind: 'guide' }
  | { kind: 'unclaimed'; code: string; message: string; cure: string };

/** Which collection a path belongs to. A path that no collection claims would be silently lost. */
function claimOf(path: string): Claim {
  if (path === 'content/README.md') return { kind: 'guide' };
  if (path === fileOf.numbers()) return { kind: 'numbers' };
  const parts = path.split('/').slice(1);
  const [top, ...rest] = parts;
  if (recordKinds.includes(top as RecordKind)) {
    if (rest.length !== 1)
      return lost(`In content/${String(top)} staan geen mappen.`, `Zet het bestand zelf in content/${String(top)}.`);
    return named(rest[0] ?? '', '.yaml', (id) => ({ kind: 'record', record: top as RecordKind, id }));
  }
  if (top === 'texts' || top === 'pages') {
    const [locale = '', second = '', third] = rest;
    if (!isLocale(locale)) return lostLocale(locale);
    if (top === 'texts' && rest.length === 2 && second === 'activity-labels.yaml') return { kind: 'labels', locale };
    if (top === 'texts' && rest.length === 2 && second === 'map-words.yaml') return { kind: 'map-words', locale };
    if (top === 'texts' && rest.length === 2 && second === 'word-groups.yaml') return { kind: 'word-groups', locale };
    if (top === 'texts' && rest.length === 2 && second === 'outside.yaml') return { kind: 'outside', locale };
    if (rest.length !== 3 || third === undefined)
      return lost(
        'Dit bestand staat niet op de goede diepte.',
        top === 'pages'
          ? 'Een pagina staat in content/pages/<taal>/<deur>/<naam>.mdx.'
          : 'Een tekst staat in content/texts/<taal>/<soort>/<naam>.yaml.',
      );
    if (top === 'pages') return named(third, '.mdx', (name) => ({ kind: 'page', locale, folder: second, name }));
    if (!textKinds.includes(second as TextKind)) return lostFolder(second, textKinds, `content/texts/${locale}`);
    return named(third, '.yaml', (id) => ({ kind: 'text', locale, text: second as TextKind, id }));
  }
  if (top === 'interface' && rest.length === 1) {
    const locale = (rest[0] ?? '').replace(/\.json$/, '');
    if (isLocale(locale) && rest[0]?.endsWith('.json')) return { kind: 'interface', locale };
    return lostLocale(locale);
  }
  return lostFolder(top ?? '', [...recordKinds, 'texts', 'pages', 'interface'], 'content');
}

function named(file: string, ending: string, claim: (id: string) => Claim): Claim {
  if (!file.endsWith(ending)) {
    if (/\.ya?ml$/i.test(file) && ending === '.yaml') {
      return {
        kind: 'unclaimed',
        code: 'double-id',
        message:
          'Dit bestand eindigt niet op .yaml; naast een .yaml met dezelfde naam zou één van de twee stil verdwijnen.',
        cure: 'Geef het bestand de uitgang .yaml, in kleine letters.',
      };
    }
    if (/\.(?:png|jpe?g|gif|webp|avif|svg|heic)$/i.test(file))
      return lost('Een afbeelding kan hier nog niet.', 'Haal het bestand weg.');
    return lost(`Een bestand hier eindigt op ${ending}.`, `Geef het de uitgang ${ending}, of zet het ergens anders.`);
  }
  const id = file.slice(0, -ending.length);
  if (!slugPattern.test(id)) {
    return {
      kind: 'unclaimed',
      code: 'bad-file-name',
      message: `De bestandsnaam "${id}" kan niet.`,
      cure: 'Gebruik alleen kleine letters, cijfers en streepjes, zoals ggd-sense.',
    };
  }
  return claim(id);
}

function lost(message: string, cure: string): Claim {
  return {
    kind: 'unclaimed',
    code: 'unclaimed-file',
    message: `Dit bestand hoort nergens bij en zou stil verdwijnen. ${message}`,
    cure,
  };
}

function lostFolder(name: string, known: readonly string[], where: string): Claim {
  if (name.includes('.'))
    return lost(`In ${where} staan geen losse bestanden.`, 'Zet het in een van de mappen, of ergens anders.');
  const near = didYouMean(name, known);
  return lost(
    `De map ${where}/${name} bestaat niet.`,
    near ? `Bedoel je de map "${near}"?` : `Kies uit: ${known.join(', ')}.`,
  );
}

function lostLocale(name: string): Claim {
  return {
    kind: 'unclaimed',
    code: 'unknown-language',
    message: `De taal "${name}" staat niet in de lijst van talen.`,
    cure: `Kies uit: ${localeCodes.join(', ')}. Een nieuwe taal begint in src/domain/locales.ts.`,
  };
}

function mapOf<K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
}

/** A file from Windows reads the same: line ends become \n, as git stores them. */
function withPlainLineEnds(file: ContentFile): ContentFile {
  return file.text.includes('\r') ? { ...file, text: file.text.replaceAll('\r\n', '\n') } : file;
}
