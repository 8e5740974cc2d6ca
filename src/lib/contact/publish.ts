import { contactValueLists, type Contact } from '../../domain/contact.ts';
import type { Provenance } from '../../domain/provenance.ts';

/** The part of a contact that may be shown: every value in it has passed the contact gate. */
export type PublicContact = Pick<Contact, 'organization' | 'name' | (typeof contactValueLists)[number]>;

/** The number that may be shown though nobody has to confirm it. */
const emergencyNumber = '112';

/**
 * The contact gate. A value that is low or recall, or that is not public, never leaves this function;
 * 112 is the one exception to the first.
 */
export function isPublishable(
  value: Pick<Provenance, 'confidence' | 'visibility'> & { readonly number?: string },
): boolean {
  if (value.visibility !== 'public') return false;
  if (value.number === emergencyNumber) return true;
  return value.confidence !== 'low' && value.confidence !== 'recall';
}

/** What of a contact may be shown, or undefined when nothing may. */
export function publicContact(contact: Contact): PublicContact | undefined {
  if (contact.visibility !== 'public') return undefined;
  const shown: PublicContact = {
    organization: contact.organization,
    name: contact.name,
    phones: contact.phones.filter(isPublishable),
    websites: contact.websites.filter(isPublishable),
    emails: contact.emails.filter(isPublishable),
    addresses: contact.addresses.filter(isPublishable),
    schedules: contact.schedules.filter(isPublishable),
    languages: contact.languages.filter(isPublishable),
  };
  return contactValueLists.some((list) => shown[list].length > 0) ? shown : undefined;
}

/** Whether somebody can be reached by it: a number, a site, mail or a place. Hours alone reach nobody. */
export function isReachable(contact: PublicContact | undefined): boolean {
  return (
    contact !== undefined &&
    contact.phones.length + contact.websites.length + contact.emails.length + contact.addresses.length > 0
  );
}

/** Whether a role of the GGD has confirmed a way to reach it, as the release needs. */
export function hasConfirmedWay(contact: Contact): boolean {
  const ways = [contact.phones, contact.websites, contact.emails, contact.addresses].flat();
  return (
    contact.visibility === 'public' &&
    ways.some(
      (way) =>
        isPublishable(way) && (way.confidence === 'confirmed' || ('number' in way && way.number === emergencyNumber)),
    )
  );
}
