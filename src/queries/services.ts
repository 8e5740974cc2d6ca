import type { Locale } from '../domain/locales.ts';
import type { Service, ServiceText, TrustFact } from '../domain/service.ts';
import type { Resource, ResourceText } from '../domain/records.ts';
import type { PublicContact } from '../lib/contact/publish.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { contactsOf, waysTo, type Ways } from '../lib/reach/ways.ts';
import { askFirst, knownFacts, type AskFirst } from '../lib/trust/ask-first.ts';
import { to } from './address.ts';
import { content } from './content.ts';
import { wordsOf, writtenIn } from './words.ts';

/** All a card needs: facts, words, and only contact values that have passed the gate. */
export interface ShownService {
  readonly id: string;
  readonly service: Service;
  readonly words: ServiceText;
  /** Language of the words. */
  readonly written: Locale;
  readonly partnerName: string;
  readonly partnerHref?: string;
  readonly ways: Ways;
  readonly standIn?: StandIn;
  readonly facts: readonly TrustFact[];
  readonly ask: readonly AskFirst[];
}

/** The other sure door: its name and its own ways. */
export interface StandIn {
  readonly name: string;
  readonly contacts: readonly PublicContact[];
  readonly knownDoor: boolean;
}

/** One service as a card shows it. Throws on an id that does not exist; the check refuses those. */
export function shownService(id: string, locale: Locale): ShownService {
  const service = content.records.services.get(id);
  const partner = service && content.records.partners.get(service.partner);
  if (!service || !partner) throw new Error(`No service "${id}"`);
  const ways = waysTo(content, service);
  const standIn = standInOf(ways, locale);
  return {
    id,
    service,
    words: wordsOf('services', id, locale),
    written: writtenIn('services', id, locale),
    partnerName: partner.name,
    ...(partner.slug && partner.visibility === 'public' ? { partnerHref: to(locale, 'who', partner.slug) } : {}),
    ways,
    ...(standIn ? { standIn } : {}),
    facts: knownFacts(service),
    ask: service.audience === 'professionals' ? [] : askFirst(service),
  };
}

/** Public services of a partner, for clients first. */
export function servicesOf(partner: string, locale: Locale): ShownService[] {
  return publicRecords(content, 'services')
    .filter(([, service]) => service.partner === partner)
    .map(([id]) => shownService(id, locale))
    .sort((a, b) => Number(a.service.audience === 'professionals') - Number(b.service.audience === 'professionals'));
}

export interface ShownResource {
  readonly id: string;
  readonly resource: Resource;
  readonly words: ResourceText;
  /** Language of the words. */
  readonly written: Locale;
  readonly ways: Ways;
  readonly standIn?: StandIn;
}

/** One resource with its public contacts. Throws on an id that does not exist. */
export function shownResource(id: string, locale: Locale): ShownResource {
  const resource = content.records.resources.get(id);
  if (!resource) throw new Error(`No resource "${id}"`);
  const ways = waysTo(content, resource);
  const standIn = standInOf(ways, locale);
  return {
    id,
    resource,
    words: wordsOf('resources', id, locale),
    written: writtenIn('resources', id, locale),
    ways,
    ...(standIn ? { standIn } : {}),
  };
}

/** All public resources. */
export function resourcesIn(locale: Locale): ShownResource[] {
  return publicRecords(content, 'resources').map(([id]) => shownResource(id, locale));
}

function standInOf(ways: Ways, locale: Locale): StandIn | undefined {
  if (!ways.standIn) return undefined;
  const { kind, id } = ways.standIn;
  if (kind === 'resource') {
    const { resource, ways: own } = shownResource(id, locale);
    return { name: resource.name, contacts: own.own, knownDoor: false };
  }
  const other = content.records.services.get(id);
  if (!other) return undefined;
  return {
    name: wordsOf('services', id, locale).name,
    contacts: contactsOf(content, other.contacts),
    knownDoor: other.reachedWithoutContact,
  };
}
