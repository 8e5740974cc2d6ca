import type { TableName } from './tables.ts';

/** A field that HSDS lacks. Descriptions are in English, as those of the standard. */
export interface OwnField {
  readonly title: string;
  readonly description: string;
  readonly format?: 'date' | 'uri';
  readonly enum?: readonly string[];
}

const checkedBy: OwnField = {
  title: 'Checked By',
  description: 'The role of who last checked this record. Never the name of a person.',
};
const confirmedBy: OwnField = {
  title: 'Confirmed By',
  description: 'The role of the expert who confirmed the text. Empty while nobody has.',
};
const reviewBefore: OwnField = {
  title: 'Review Before',
  description: 'The day before which this record will be checked again. Treat it as unsure after that day.',
  format: 'date',
};
const sources: OwnField = {
  title: 'Sources',
  description: 'Where this was read: title, publisher and date of each source, divided by " | ".',
};

/** Where one value, a number for example, comes from: each carries its own provenance. */
const provenance: Readonly<Record<string, OwnField>> = {
  confidence: {
    title: 'Confidence',
    description:
      'How sure this value is. confirmed: somebody asked. high: the own site or a government page. medium: another reliable page. Values that are less sure are not published.',
    enum: ['confirmed', 'high', 'medium'],
  },
  as_of: {
    title: 'As Of',
    description: 'Date of the source or of the check: a day, a month, a year, or "undated".',
  },
};

/** The profile: every field of ours, by the table it stands in. A table that is not named has none. */
export const ownFields: Readonly<Partial<Record<TableName, Readonly<Record<string, OwnField>>>>> = {
  organization: {
    kind: {
      title: 'Kind',
      description:
        'chain: partner of the regional chain. municipality: municipalities. national: a name for national services together, no organization. support: helps clients of a partner further. former: took part before.',
      enum: ['chain', 'municipality', 'national', 'support', 'former'],
    },
    referral: { title: 'Referral', description: 'What is known of how a professional refers somebody.' },
    consultation: {
      title: 'Consultation',
      description: 'What is known of asking advice about a client, also without a name.',
    },
    training: { title: 'Training', description: 'What is known of training for professionals, with its year.' },
    stance: { title: 'Stance', description: 'What the organization says of its own aims and opinion.' },
    assured_date: {
      title: 'Assured Date',
      description: 'The date that the information about the organization was last checked.',
      format: 'date',
    },
    checked_by: checkedBy,
    confirmed_by: confirmedBy,
    review_before: reviewBefore,
    sources,
  },
  service: {
    not_for: { title: 'Not For', description: 'For whom or what this service is not meant.' },
    genders: {
      title: 'Genders',
      description: 'Only for these, divided by commas: f, m, x. Empty: no source names a limit.',
    },
    good_to_know: { title: 'Good To Know', description: 'What may reassure or prevent a misunderstanding.' },
    checked_by: checkedBy,
    confirmed_by: confirmedBy,
    review_before: reviewBefore,
    sources,
  },
  phone: {
    dial: { title: 'Dial', description: 'What a phone dials: the digits, with + and country code where there is one.' },
    reach: {
      title: 'Reach',
      description: 'abroad: this number is meant for who calls from another country.',
      enum: ['netherlands', 'abroad'],
    },
    ...provenance,
  },
  schedule: {
    timezone_name: {
      title: 'Time Zone Name',
      description:
        'Name in the IANA time zone database. HSDS has a fixed offset from UTC only, which is wrong half the year here.',
      enum: ['Europe/Amsterdam'],
    },
    ...provenance,
  },
  language: provenance,
  location: provenance,
};

/** The profile of one table as HSDS wants it: a JSON Merge Patch on the standard's own schema. */
export function profilePatch(table: TableName): object {
  const fields = Object.entries(ownFields[table] ?? {});
  return {
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, { name, type: 'string', ...field, constraints: { unique: false } }]),
    ),
  };
}
