import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contactValueLists } from '../../src/domain/contact.ts';
import type { Content, TextOf } from '../../src/domain/content.ts';
import type { TextKind } from '../../src/domain/kinds.ts';
import { offeredLocales, type Locale } from '../../src/domain/locales.ts';
import { nameUuid } from '../../src/gate/name-uuid.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { startsFormula } from '../../src/lib/csv/csv.ts';
import { isPublishable, publicContact } from '../../src/lib/contact/publish.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { scanText } from '../../src/lib/dist/scan.ts';
import { publicationRules } from '../../src/lib/dist/secrets.ts';
import { translator } from '../../src/lib/i18n/translator.ts';
import { pageJsonLd } from '../../src/lib/open-data/json-ld.ts';
import { ownFields } from '../../src/lib/open-data/own-fields.ts';
import { packageFiles, type PackageFile, type StandardDescriptor } from '../../src/lib/open-data/package-files.ts';
import { openTables, tableNames, type Row, type Tables } from '../../src/lib/open-data/tables.ts';
import { profileSchema, standardSchema } from '../fixtures/hsds.ts';
import { project } from '../fixtures/project.ts';
import { readCsv } from '../fixtures/read-csv.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly constraints: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly foreignKeys?: readonly { fields: string; reference: { resource: string; fields: string } }[];
  };
}

const given = await readContentFiles(project);
const { content } = loadContent(given);
const standard = JSON.parse(
  readFileSync(join(project, 'src/lib/open-data/hsds-3.0/datapackage.json'), 'utf8'),
) as StandardDescriptor & { resources: Resource[] };

const tablesOf = (from: Content, locale: Locale, on = '2026-11-22'): Tables =>
  openTables(from, {
    locale,
    words: <K extends TextKind>(kind: K, id: string): TextOf<K> => {
      const words = from.texts[locale]?.[kind].get(id) as TextOf<K> | undefined;
      if (!words) throw new Error(`No words for ${kind}/${id}`);
      return words;
    },
    t: translator(locale, from.interface),
    on,
    id: nameUuid,
  });
const filesOf = (from: Content, locale: Locale): PackageFile[] =>
  packageFiles(tablesOf(from, locale), standard, {
    title: 'Titel',
    description: 'Tekst',
    homepage: 'https://example.org/',
    profile: 'https://example.org/profile',
    locale,
  });

/** What is wrong with the tables of a package, by the descriptor that comes with it. */
function tableFaults(files: readonly PackageFile[]): string[] {
  const descriptor = JSON.parse(textOf(files, 'datapackage.json')) as { resources: Resource[] };
  const columns = new Map<string, Set<string>>();
  const read = descriptor.resources.map((resource) => {
    const [head = [], ...rows] = readCsv(textOf(files, resource.path));
    for (const [index, name] of head.entries())
      columns.set(`${resource.name}.${name}`, new Set(rows.map((row) => row[index] ?? '')));
    return { resource, head, rows };
  });
  return read.flatMap(({ resource: { name, schema }, head, rows }) => {
    const faults: string[] = [];
    const wanted = schema.fields.map((field) => field.name);
    if (head.join() !== wanted.join()) faults.push(`${name}: other columns than described`);
    if (rows.some((row) => row.length !== head.length)) faults.push(`${name}: a row of another length`);
    for (const [index, field] of schema.fields.entries()) {
      const cells = rows.map((row) => row[index] ?? '');
      const filled = cells.filter((cell) => cell !== '');
      const { required, unique, enum: allowed } = field.constraints;
      if (required && filled.length < cells.length) faults.push(`${name}.${field.name}: missing`);
      if (unique && new Set(filled).size < filled.length) faults.push(`${name}.${field.name}: twice`);
      if (allowed && filled.some((cell) => !allowed.includes(cell))) faults.push(`${name}.${field.name}: not allowed`);
      if (filled.some((cell) => !hasType(cell, field))) faults.push(`${name}.${field.name}: not ${field.type}`);
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const targets = columns.get(`${reference.resource}.${reference.fields}`);
      const own = [...(columns.get(`${name}.${fields}`) ?? [])].filter((cell) => cell !== '');
      if (own.some((cell) => targets?.has(cell) !== true)) faults.push(`${name}.${fields}: points to nothing`);
    }
    return faults;
  });
}

function hasType(cell: string, { type, format }: Field): boolean {
  if (type === 'number') return /^-?\d+(?:\.\d+)?$/.test(cell);
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(cell);
  if (type === 'time') return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(cell);
  if (format === 'uuid') return /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(cell);
  if (format === 'uri') return URL.canParse(cell);
  if (format === 'email') return /^\S+@\S+\.\S+$/.test(cell);
  return type === 'string' || type === 'datetime';
}

function textOf(files: readonly PackageFile[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`No file ${name}`);
  return file.text;
}

const schemas = {
  service: standardSchema('service'),
  organization: standardSchema('organization'),
  ownService: profileSchema('service'),
  ownOrganization: profileSchema('organization'),
};
const problems = (schema: ReturnType<typeof standardSchema>, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe.each(offeredLocales)('the package in %s', (locale) => {
  const tables = tablesOf(content, locale);
  const files = filesOf(content, locale);
  const services = JSON.parse(textOf(files, 'services.json')) as Row[];
  const organizations = JSON.parse(textOf(files, 'organizations.json')) as Row[];

  it('has every public service once, and the partner of each', () => {
    const ids = [...content.records.services].filter(([, { visibility }]) => visibility === 'public');
    expect(services.map(({ id }) => id).sort()).toEqual(ids.map(([id]) => nameUuid(`service/${id}`)).sort());
    expect(new Set(services.map((service) => service['organization_id']))).toEqual(
      new Set(organizations.map(({ id }) => id)),
    );
  });

  it('is valid by the schemas of the standard', () => {
    expect(services.flatMap((one) => problems(schemas.service, one))).toEqual([]);
    expect(organizations.flatMap((one) => problems(schemas.organization, one))).toEqual([]);
  });

  it('has no field that neither the standard nor our profile names', () => {
    expect(services.flatMap((one) => problems(schemas.ownService, one))).toEqual([]);
    expect(organizations.flatMap((one) => problems(schemas.ownOrganization, one))).toEqual([]);
  });

  it('has tables as their descriptor says', () => {
    expect(tableFaults(files)).toEqual([]);
  });

  it('describes its tables as the standard does, with our fields after its own', () => {
    const { resources } = JSON.parse(textOf(files, 'datapackage.json')) as { resources: Resource[] };
    expect(resources.length).toBeGreaterThan(8);
    for (const resource of resources) {
      const original = standard.resources.find(({ name }) => name === resource.name);
      const own = Object.keys(ownFields[resource.name as keyof typeof ownFields] ?? {});
      const split = resource.schema.fields.length - own.length;
      expect(resource.schema.fields.slice(0, split)).toEqual(original?.schema.fields);
      expect(resource.schema.fields.slice(split).map(({ name }) => name)).toEqual(own);
      expect(resource.path).toBe(original?.path);
    }
  });

  it('says whose words the descriptor has, and gives no licence for the data', () => {
    const descriptor = JSON.parse(textOf(files, 'datapackage.json')) as Record<string, unknown>;
    expect(descriptor['attribution']).toContain('an Open Referral resource (https://openreferral.org/)');
    expect(descriptor['attribution']).toContain('CC BY-SA 4.0');
    expect(descriptor).not.toHaveProperty('license');
  });

  it('has each id once in all tables', () => {
    const ids = tableNames.flatMap((name) => tables[name].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('runs nothing in a spreadsheet', () => {
    const cells = files
      .filter(({ name }) => name.endsWith('.csv'))
      .flatMap(({ text }) => readCsv(text).flat())
      .filter((cell) => !/^\+\d+$/.test(cell));
    expect(cells.filter(startsFormula)).toEqual([]);
  });
});

describe('the packages together', () => {
  it('have one id for one thing in every language', () => {
    const ids = (locale: Locale) => tableNames.map((name) => tablesOf(content, locale)[name].map(({ id }) => id));
    for (const locale of offeredLocales) expect(ids(locale)).toEqual(ids('nl'));
  });

  it('are the same for the same content', () => {
    expect(filesOf(content, 'nl')).toEqual(filesOf(loadContent([...given].reverse()).content, 'nl'));
  });
});

describe('a service that ends', () => {
  const services = new Map(content.records.services);
  const [id = '', first] = [...services][0] ?? [];
  if (first) services.set(id, { ...first, until: '2027-01-01' });
  const ending: Content = { ...content, records: { ...content.records, services } };
  const statusOn = (day: string) =>
    tablesOf(ending, 'nl', day).service.find((one) => one.id === nameUuid(`service/${id}`))?.['status'];

  it('is not active from that day', () => {
    expect(statusOn('2026-12-31')).toBe('active');
    expect(statusOn('2027-01-01')).toBe('inactive');
  });
});

describe('the judges of this file', () => {
  const services = JSON.parse(textOf(filesOf(content, 'nl'), 'services.json')) as Record<string, unknown>[];
  const service = services.find((one) => (one['phones'] as unknown[]).length > 0) ?? {};
  const without = (field: string) => Object.fromEntries(Object.entries(service).filter(([name]) => name !== field));
  const phones = service['phones'] as Record<string, unknown>[];

  it.each([
    ['a required field that is missing', without('status')],
    ['a word that is not in the list', { ...service, status: 'busy' }],
    ['a number that is a text', { ...service, minimum_age: '12' }],
    ['an id that is no UUID', { ...service, id: 'sterker-r75' }],
    ['an address that is none', { ...service, url: 'geen adres' }],
    ['a mistake deep inside', { ...service, phones: [{ ...phones[0], number: 24 }] }],
  ])('see %s', (_, wrong) => {
    expect(problems(schemas.service, wrong)).not.toEqual([]);
    expect(problems(schemas.service, service)).toEqual([]);
  });

  it('see a field that nobody described, also deep inside', () => {
    expect(problems(schemas.ownService, { ...service, extra: 'x' })).not.toEqual([]);
    expect(problems(schemas.ownService, { ...service, phones: [{ ...phones[0], note: 'x' }] })).not.toEqual([]);
  });

  it.each([
    ['services.csv', /,active,/, ',busy,', 'service.status: not allowed'],
    ['services.csv', /\r\n[\da-f-]{36},/, '\r\n,', 'service.id: missing'],
    ['phones.csv', /(,)[\da-f-]{36}(,,,)/, '$100000000-0000-5000-8000-000000000000$2', 'points to nothing'],
    ['schedules.csv', /\d\d:\d\d:\d\d/, '24:00:00', 'schedule.opens_at: not time'],
    ['languages.csv', /id,/, 'nr,', 'languages: other columns'],
  ])('see a mistake in %s: %s', (name, from, to, says) => {
    const broken = filesOf(content, 'nl').map((file) =>
      file.name === name ? { name, text: file.text.replace(from, to) } : file,
    );
    expect(broken).not.toEqual(filesOf(content, 'nl'));
    expect(tableFaults(broken).join('\n')).toContain(says.replace('languages:', 'language:'));
  });
});

describe('what is kept back', () => {
  /** All content, with one thing changed in every contact that a service uses. */
  const withContacts = (change: (value: object) => object): Content => ({
    ...content,
    records: {
      ...content.records,
      contacts: new Map(
        [...content.records.contacts].map(([id, contact]) => [
          id,
          {
            ...contact,
            ...Object.fromEntries(contactValueLists.map((list) => [list, contact[list].map((value) => change(value))])),
          },
        ]),
      ),
    },
  });
  const used = new Set([...content.records.services.values()].flatMap(({ contacts }) => contacts));
  const kept = [...content.records.contacts]
    .filter(([id]) => used.has(id))
    .flatMap(([, contact]) => [
      ...contact.phones.filter((one) => !isPublishable(one)).map(({ number }) => number),
      ...contact.emails.filter((one) => !isPublishable(one)).map(({ email }) => email),
      ...contact.addresses.filter((one) => !isPublishable(one)).map(({ address1 }) => address1),
    ]);
  const everything = (from: Content): string =>
    offeredLocales.flatMap((locale) => [...filesOf(from, locale).map(({ text }) => text), jsonLdOf(from)]).join('\n');
  const jsonLdOf = (from: Content): string =>
    pageJsonLd({
      url: 'https://example.org/',
      services: [...from.records.services].map(([id, service]) => ({
        id: nameUuid(id),
        name: id,
        description: id,
        anchor: 'help-1',
        audience: undefined,
        area: undefined,
        service,
        contacts: service.contacts.flatMap((contact) => {
          const record = from.records.contacts.get(contact);
          return (record && publicContact(record)) ?? [];
        }),
      })),
    });

  it('is something', () => {
    expect(kept.length).toBeGreaterThan(5);
  });

  it('stands in no file', () => {
    const text = everything(content);
    expect(kept.filter((value) => text.includes(value))).toEqual([]);
    expect(scanText('all', text, publicationRules(content))).toEqual([]);
  });

  it('would stand there if the gate were open', () => {
    const text = everything(withContacts((value) => ({ ...value, confidence: 'high', visibility: 'public' })));
    expect(kept.filter((value) => !text.includes(value))).toEqual([]);
  });

  it.each(['low', 'recall'])('is every value but 112 when all are %s', (confidence) => {
    const tables = tablesOf(
      withContacts((value) => ({ ...value, confidence })),
      'nl',
    );
    expect(new Set(tables.phone.map((phone) => phone['number']))).toEqual(new Set(['112']));
    expect([...tables.schedule, ...tables.language, ...tables.location]).toEqual([]);
    expect(tables.service.filter((service) => 'url' in service || 'email' in service)).toEqual([]);
  });

  it('is every value when all are hidden', () => {
    const tables = tablesOf(
      withContacts((value) => ({ ...value, visibility: 'hidden' })),
      'nl',
    );
    expect([...tables.phone, ...tables.schedule, ...tables.language, ...tables.location]).toEqual([]);
  });
});
