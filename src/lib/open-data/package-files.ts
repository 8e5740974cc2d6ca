import { csv, startsFormula } from '../csv/csv.ts';
import { ownFields } from './own-fields.ts';
import { tableNames, type Row, type TableName, type Tables } from './tables.ts';

/** The part of the standard's own package descriptor that we read. */
export interface StandardDescriptor {
  readonly resources: readonly StandardResource[];
}

interface StandardResource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly primaryKey: string;
    readonly fields: readonly { readonly name: string }[];
    readonly foreignKeys?: readonly { readonly reference: { readonly resource: string } }[];
  };
}

/** What a package says of itself. */
export interface PackageFacts {
  readonly title: string;
  readonly description: string;
  readonly homepage: string;
  /** Where the profile is described. */
  readonly profile: string;
  readonly locale: string;
}

/** One file of a package, by its name. */
export interface PackageFile {
  readonly name: string;
  readonly text: string;
}

/** Attribution, as the standard's licence asks for it; in English, as the standard. */
export const attribution =
  'Names and descriptions of fields: Human Services Data Specification: an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0. Changed: tables without rows are left out, fields of the profile are added. This descriptor is under CC BY-SA 4.0 too; the data are not.';

/**
 * A package in both forms of HSDS 3.0: services and organizations as JSON with all that belongs to them,
 * and a table of each kind as CSV with the descriptor that the standard gives for it.
 */
export function packageFiles(tables: Tables, standard: StandardDescriptor, facts: PackageFacts): PackageFile[] {
  const filled = tableNames.filter((name) => tables[name].length > 0);
  const resources = standard.resources.flatMap((resource) => {
    const table = filled.find((name) => name === resource.name);
    return table === undefined ? [] : [{ table, ...withOwnFields(resource, table, filled) }];
  });
  const descriptor = {
    ...standard,
    name: `human_services_data_${facts.locale}`,
    title: facts.title,
    description: facts.description,
    homepage: facts.homepage,
    hsds_profile: facts.profile,
    languages: [facts.locale],
    license: undefined,
    attribution,
    resources: resources.map(({ table: _, ...resource }) => resource),
  };
  return [
    { name: 'datapackage.json', text: json(descriptor) },
    { name: 'services.json', text: json(nestedServices(tables)) },
    { name: 'organizations.json', text: json(nestedOrganizations(tables)) },
    ...resources.map(({ table, path, schema }) => ({
      name: path,
      text: tableCsv(
        schema.fields.map(({ name }) => name),
        tables[table],
      ),
    })),
  ];
}

/** A table of the standard with our fields after its own, pointing only to tables that are there. */
function withOwnFields(resource: StandardResource, table: TableName, filled: readonly TableName[]): StandardResource {
  const { foreignKeys = [], ...schema } = resource.schema;
  const kept = foreignKeys.filter(({ reference }) => filled.some((name) => name === reference.resource));
  const own = Object.entries(ownFields[table] ?? {}).map(([name, field]) => ({
    name,
    type: field.format === 'date' ? 'date' : 'string',
    title: field.title,
    description: field.description,
    constraints: { required: false, unique: false, ...(field.enum ? { enum: field.enum } : {}) },
  }));
  return {
    ...resource,
    schema: { ...schema, fields: [...schema.fields, ...own], ...(kept.length > 0 ? { foreignKeys: kept } : {}) },
  };
}

function tableCsv(fields: readonly string[], rows: readonly Row[]): string {
  return csv([fields, ...rows.map((row) => fields.map((field) => dataCell(String(row[field] ?? ''))))]);
}

/** Data must stay what they are, so a cell that a spreadsheet could run is refused instead of changed. */
function dataCell(text: string): string {
  if (startsFormula(text) && !/^\+\d+$/.test(text))
    throw new Error(`Deze tekst begint als een formule en kan niet in een tabel: "${text.slice(0, 40)}"`);
  return text;
}

function nestedServices(tables: Tables): object[] {
  const of = (table: TableName, field: string, id: string): Row[] => tables[table].filter((row) => row[field] === id);
  const one = (table: TableName, id: unknown): Row | undefined => tables[table].find((row) => row.id === id);
  return tables.service.map((service) => ({
    ...service,
    organization: one('organization', service['organization_id']),
    phones: of('phone', 'service_id', service.id),
    schedules: of('schedule', 'service_id', service.id),
    service_areas: of('service_area', 'service_id', service.id),
    service_at_locations: of('service_at_location', 'service_id', service.id).map((link) => ({
      ...link,
      location: one('location', link['location_id']),
    })),
    languages: of('language', 'service_id', service.id),
    attributes: of('attribute', 'link_id', service.id).map((attribute) => {
      const term = one('taxonomy_term', attribute['taxonomy_term_id']);
      return {
        ...attribute,
        taxonomy_term: { ...term, taxonomy_detail: one('taxonomy', term?.['taxonomy_id']) },
      };
    }),
  }));
}

function nestedOrganizations(tables: Tables): object[] {
  return tables.organization.map((organization) => ({
    ...organization,
    phones: tables.phone.filter((phone) => phone['organization_id'] === organization.id),
  }));
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
