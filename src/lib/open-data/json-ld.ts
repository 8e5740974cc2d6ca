import type { Service } from '../../domain/service.ts';
import { showPhone } from '../contact/format-phone.ts';
import type { PublicContact } from '../contact/publish.ts';

/** What a page says of an organisation and its services, in words for machines. */
export interface PageFacts {
  /** Address of the page, whole. */
  readonly url: string;
  /** Left out where the page is about a list, not about one organisation. */
  readonly organization?: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly contacts: readonly PublicContact[];
  };
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly anchor: string;
    readonly audience: string | undefined;
    readonly area: string | undefined;
    readonly service: Pick<Service, 'minimumAge' | 'maximumAge' | 'genders'>;
    readonly contacts: readonly PublicContact[];
  }[];
}

const days = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
} as const;

/** Linked data of a page (schema.org), ready to stand in a script element. Knows only public contacts. */
export function pageJsonLd({ url, organization, services }: PageFacts): string {
  const graph = [
    ...(organization
      ? [
          {
            '@type': 'Organization',
            '@id': urn(organization.id),
            name: organization.name,
            description: organization.description,
            mainEntityOfPage: url,
            ...homeOf(organization.contacts),
            ...pointsOf(organization.contacts),
          },
        ]
      : []),
    ...services.map((one) => ({
      '@type': 'Service',
      '@id': urn(one.id),
      name: one.name,
      description: one.description,
      mainEntityOfPage: `${url}#${one.anchor}`,
      ...(organization ? { provider: { '@id': urn(organization.id) } } : {}),
      ...(one.area === undefined ? {} : { areaServed: one.area }),
      ...audienceOf(one),
      ...(one.contacts.length > 0 ? { availableChannel: one.contacts.map(channelOf) } : {}),
    })),
  ];
  // Inside a script only this character could end it.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', String.raw`\u003c`);
}

const urn = (id: string): string => `urn:uuid:${id}`;

function audienceOf({ audience, service }: PageFacts['services'][number]): object {
  const { minimumAge, maximumAge, genders } = service;
  const facts = {
    ...(audience === undefined ? {} : { audienceType: audience }),
    ...(minimumAge === undefined ? {} : { suggestedMinAge: minimumAge }),
    ...(maximumAge === undefined ? {} : { suggestedMaxAge: maximumAge }),
    ...(genders?.join() === 'f' ? { suggestedGender: 'female' } : {}),
  };
  return Object.keys(facts).length > 0 ? { audience: { '@type': 'PeopleAudience', ...facts } } : {};
}

function channelOf(contact: PublicContact): object {
  const [phone] = pointsOf([contact]).contactPoint ?? [];
  return {
    '@type': 'ServiceChannel',
    name: contact.name,
    ...(contact.websites[0] ? { serviceUrl: contact.websites[0].url } : {}),
    ...(phone ? { servicePhone: phone } : {}),
    ...(contact.languages.length > 0 ? { availableLanguage: contact.languages.map(({ code }) => code) } : {}),
  };
}

function homeOf(contacts: readonly PublicContact[]): object {
  const home = contacts.flatMap(({ websites }) => websites)[0];
  return home ? { url: home.url } : {};
}

/** One contact point for every number, and one for mail alone, with hours and languages. */
function pointsOf(contacts: readonly PublicContact[]): { contactPoint?: object[] } {
  const points = contacts.flatMap((contact) => {
    const email = contact.emails[0]?.email;
    const shared = {
      '@type': 'ContactPoint',
      name: contact.name,
      ...(email === undefined ? {} : { email }),
      ...(contact.languages.length > 0 ? { availableLanguage: contact.languages.map(({ code }) => code) } : {}),
    };
    const hours = contact.schedules.filter(({ applies }) => applies === 'phone');
    if (contact.phones.length === 0) return email === undefined ? [] : [shared];
    return contact.phones.map((phone) => ({
      ...shared,
      telephone: showPhone(phone).href.slice('tel:'.length),
      ...(hours.length > 0
        ? {
            hoursAvailable: hours.map(({ byday, opensAt, closesAt }) => ({
              '@type': 'OpeningHoursSpecification',
              dayOfWeek: byday.map((day) => `https://schema.org/${days[day]}`),
              opens: opensAt,
              // A time of day ends at 23:59; 24:00 is none.
              closes: closesAt === '24:00' ? '23:59' : closesAt,
            })),
          }
        : {}),
    }));
  });
  return points.length > 0 ? { contactPoint: points } : {};
}
