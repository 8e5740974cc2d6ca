import type { Content, TextOf } from '../../domain/content.ts';
import type { TextKind } from '../../domain/kinds.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Provenance } from '../../domain/provenance.ts';
import { showPhone } from '../contact/format-phone.ts';
import type { PublicContact } from '../contact/publish.ts';
import { listedServices, type ListedService } from '../directory/listed-services.ts';
import { reviewBefore } from '../freshness/site-date.ts';
import { isAlwaysOpen } from '../hours/describe-days.ts';
import { languageName } from '../i18n/format-date.ts';
import type { Translate } from '../i18n/translator.ts';
import { contactsOf, waysTo } from '../reach/ways.ts';
import { knownFacts } from '../trust/ask-first.ts';

/** The tables of HSDS that we fill, in the order in which one depends on another. */
export const tableNames = [
  'organization',
  'service',
  'taxonomy',
  'taxonomy_term',
  'attribute',
  'location',
  'service_at_location',
  'phone',
  'schedule',
  'service_area',
  'language',
] as const;
export type TableName = (typeof tableNames)[number];

/** One record, flat. A field without a value is left out. */
export type Row = Readonly<Record<string, string | number>> & { readonly id: string };
export type Tables = Readonly<Record<TableName, readonly Row[]>>;

/** What a package is made with: one language, and who gives ids. */
export interface PackageLanguage {
  readonly locale: Locale;
  readonly words: <K extends TextKind>(kind: K, id: string) => TextOf<K>;
  readonly t: Translate;
  /** The day the site speaks from. */
  readonly on: string;
  /** A UUID that belongs to a name and never changes. */
  readonly id: (name: string) => string;
}

/**
 * The directory as tables of HSDS, in one language. Contact values come from the contact gate and from
 * nowhere else. A record has the same id in every language.
 */
export function openTables(content: Content, language: PackageLanguage): Tables {
  const services = listedServices(content);
  const partners = [...new Set(services.map(({ partner }) => partner))];
  const found = [
    ...partners.flatMap((partner) => organizationRows(content, partner, language)),
    ...services.flatMap((service) => serviceRows(content, service, language)),
  ];
  // A term or a site that several services have stands in its table once.
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map<string, Row>()])) as Record<
    TableName,
    Map<string, Row>
  >;
  for (const [table, row] of found) if (!tables[table].has(row.id)) tables[table].set(row.id, row);
  return Object.fromEntries(tableNames.map((name) => [name, [...tables[name].values()]])) as unknown as Tables;
}

type Placed = readonly [TableName, Row];
type Fields = Readonly<Record<string, string | number | undefined>>;

function row(id: string, fields: Fields): Row {
  const filled = Object.entries(fields).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return { ...Object.fromEntries(filled), id };
}

function organizationRows(content: Content, partner: string, { words, id }: PackageLanguage): Placed[] {
  const record = content.records.partners.get(partner);
  if (!record) return [];
  const { role, about, referring, consultation, training, stance } = words('partners', partner);
  const contacts = contactsOf(content, record.contacts);
  const own = id(`organization/${partner}`);
  return [
    [
      'organization',
      row(own, {
        name: record.name,
        description: `${role} ${about}`,
        website: homeOf(contacts),
        email: contacts.flatMap(({ emails }) => emails)[0]?.email,
        kind: record.kind,
        referral: referring,
        consultation,
        training,
        stance,
        assured_date: record.checkedOn,
        ...reviewOf(content, record),
      }),
    ],
    ...phoneRows(contacts, { organization_id: own }, id),
  ];
}

function serviceRows(content: Content, listed: ListedService, language: PackageLanguage): Placed[] {
  const { words, t, id, on } = language;
  const { service } = listed;
  const { name, does, forWhom, notFor, goodToKnow } = words('services', listed.id);
  const { own: contacts, confirming } = waysTo(content, service);
  const own = id(`service/${listed.id}`);
  const free = knownFacts(service).find(({ topic }) => topic === 'free');
  return [
    [
      'service',
      row(own, {
        organization_id: id(`organization/${listed.partner}`),
        name,
        description: does,
        url: homeOf(contacts),
        email: contacts.flatMap(({ emails }) => emails)[0]?.email,
        status: service.until !== undefined && service.until <= on ? 'inactive' : 'active',
        fees_description: free && t(`trust.free.${free.answer}`),
        eligibility_description: forWhom,
        minimum_age: service.minimumAge,
        maximum_age: service.maximumAge,
        assured_date: service.checkedOn,
        alert: confirming ? t('service.confirming') : undefined,
        not_for: notFor,
        genders: service.genders?.join(','),
        good_to_know: goodToKnow,
        ...reviewOf(content, service),
      }),
    ],
    ...attributeRows(listed, own, language),
    ...phoneRows(contacts, { service_id: own }, id),
    ...contacts.flatMap((contact) => contactRows(contact, own, homeOf(contacts), language)),
    ...(listed.area
      ? [
          [
            'service_area',
            row(id(`service_area/${own}`), { service_id: own, name: t(`directory.areas.${listed.area}`) }),
          ] as const,
        ]
      : []),
  ];
}

/** Who checked a record, when it is due again, and where it was read. */
function reviewOf(
  content: Content,
  record: Pick<ListedService['service'], 'checkedOn' | 'checkedBy' | 'confirmedBy' | 'reviewEveryDays' | 'sources'>,
): Fields {
  const sources = record.sources.flatMap((source) => {
    const found = content.records.sources.get(source);
    return found?.visibility === 'public' ? [`${found.title}, ${found.publisher}, ${found.date}`] : [];
  });
  return {
    checked_by: record.checkedBy,
    confirmed_by: record.confirmedBy,
    review_before: reviewBefore(record.checkedOn, record.reviewEveryDays),
    sources: sources.length > 0 ? sources.join(' | ') : undefined,
  };
}

/** What a service is, in terms: whom it is for, its form, and what is known before one calls. */
function attributeRows({ service, groups, forms }: ListedService, own: string, language: PackageLanguage): Placed[] {
  const { words, t, locale, id } = language;
  const terms = [
    ...groups.map((group) => {
      const { name, who } = words('groups', group);
      return { taxonomy: 'groups', code: group, name, description: who, value: undefined };
    }),
    ...forms.map((form) => ({
      taxonomy: 'form',
      code: form,
      name: t(`directory.forms.${form}`),
      description: t(`directory.forms.${form}`),
      value: undefined,
    })),
    ...(service.audience === 'both' ? (['clients', 'professionals'] as const) : [service.audience]).map((audience) => ({
      taxonomy: 'audience',
      code: audience,
      name: t(`data.audiences.${audience}`),
      description: t(`data.audiences.${audience}`),
      value: undefined,
    })),
    ...knownFacts(service).map(({ topic, answer }) => ({
      taxonomy: 'trust',
      code: `${topic}-${answer}`,
      name: t(`trust.${topic}.${answer}`),
      description: t(`trust.${topic}.${answer}`),
      value: answer,
    })),
  ];
  return terms.flatMap(({ taxonomy, code, name, description, value }): Placed[] => {
    const taxonomyId = id(`taxonomy/${taxonomy}`);
    const term = id(`taxonomy_term/${taxonomy}/${code}`);
    return [
      [
        'taxonomy',
        row(taxonomyId, { name: t(`data.taxonomies.${taxonomy}`), description: t(`data.taxonomies.${taxonomy}`) }),
      ],
      [
        'taxonomy_term',
        row(term, { code: `${taxonomy}:${code}`, name, description, language: locale, taxonomy_id: taxonomyId }),
      ],
      [
        'attribute',
        row(id(`attribute/${own}/${taxonomy}/${code}`), {
          link_id: own,
          taxonomy_term_id: term,
          link_type: taxonomy,
          link_entity: 'service',
          value,
        }),
      ],
    ];
  });
}

function phoneRows(contacts: readonly PublicContact[], belongs: Fields, id: PackageLanguage['id']): Placed[] {
  return contacts.flatMap(({ name, phones }) =>
    phones.map((phone): Placed => [
      'phone',
      row(id(`phone/${Object.values(belongs).join()}/${phone.number}`), {
        ...belongs,
        number: phone.number,
        type: 'voice',
        description: name,
        dial: showPhone(phone).href.slice('tel:'.length),
        reach: phone.reach,
        ...provenanceOf(phone),
      }),
    ]),
  );
}

/** Hours, languages, and every place but the site that the service already names. */
function contactRows(
  contact: PublicContact,
  own: string,
  home: string | undefined,
  { t, locale, id }: PackageLanguage,
): Placed[] {
  const places = [
    ...contact.websites
      .filter(({ url }) => url !== home)
      .map((website) => ({
        key: website.url,
        fields: {
          location_type: 'virtual',
          url: website.url,
          name: t(`service.website.${website.purpose}`, { name: contact.name }),
          ...provenanceOf(website),
        },
      })),
    ...contact.addresses.map((address) => {
      // The table of addresses asks for a province, which nobody here gives.
      const description = [address.address1, address.postalCode, address.city].filter(Boolean).join(', ');
      return {
        key: description,
        fields: { location_type: 'physical', name: contact.name, description, ...provenanceOf(address) },
      };
    }),
  ];
  return [
    ...places.flatMap(({ key, fields }): Placed[] => {
      const location = id(`location/${key}`);
      return [
        ['location', row(location, fields)],
        [
          'service_at_location',
          row(id(`service_at_location/${own}/${key}`), { service_id: own, location_id: location }),
        ],
      ];
    }),
    ...contact.schedules.map((schedule): Placed => {
      const days = schedule.byday.join(',');
      const always = isAlwaysOpen(schedule);
      return [
        'schedule',
        row(
          id(`schedule/${own}/${contact.name}/${schedule.applies}/${days}/${schedule.opensAt}-${schedule.closesAt}`),
          {
            service_id: own,
            freq: 'WEEKLY',
            byday: days,
            description: always ? `${contact.name}: ${t('service.always')}` : contact.name,
            opens_at: `${schedule.opensAt}:00`,
            // A time of day ends at 23:59; 24:00 is none.
            closes_at: schedule.closesAt === '24:00' ? '23:59:00' : `${schedule.closesAt}:00`,
            attending_type: t(`service.hoursFor.${schedule.applies}`),
            timezone_name: 'Europe/Amsterdam',
            ...provenanceOf(schedule),
          },
        ),
      ];
    }),
    ...contact.languages.map((spoken): Placed => [
      'language',
      row(id(`language/${own}/${spoken.code}`), {
        service_id: own,
        name: languageName(spoken.code, locale),
        code: spoken.code,
        ...provenanceOf(spoken),
      }),
    ]),
  ];
}

function provenanceOf({ confidence, asOf, checkedOn }: Pick<Provenance, 'confidence' | 'asOf' | 'checkedOn'>): Fields {
  // 112 is published on nobody's word; of everything else the gate has seen how sure it is.
  const isSure = confidence !== 'low' && confidence !== 'recall';
  return isSure ? { confidence, as_of: checkedOn ?? asOf } : {};
}

function homeOf(contacts: readonly PublicContact[]): string | undefined {
  return contacts.flatMap(({ websites }) => websites)[0]?.url;
}
