import type { Content } from '../../domain/content.ts';
import type { Resource } from '../../domain/records.ts';
import type { Service } from '../../domain/service.ts';
import { isReachable, publicContact, type PublicContact } from '../contact/publish.ts';

/** What one may get to: a service or a resource. */
export type Reachable = Pick<Service | Resource, 'contacts' | 'standIn'> &
  Partial<Pick<Service, 'reachedWithoutContact'>>;

/** How a visitor gets to a service today: its own confirmed ways, or another door that is sure. */
export interface Ways {
  /** Contacts of the service itself that may be shown, in the record's order. */
  readonly own: readonly PublicContact[];
  /** Whether a number of the service itself may be shown. */
  readonly hasOwnPhone: boolean;
  /** Another sure door of the same kind, for as long as the service has no sure number. */
  readonly standIn?: { readonly kind: 'service' | 'resource'; readonly id: string };
  /** True where a card has to say "we are still confirming this number". */
  readonly confirming: boolean;
}

/** The ways to one service. Shows a stand-in only while the service itself has no sure number. */
export function waysTo(content: Content, target: Reachable): Ways {
  const own = contactsOf(content, target.contacts);
  const hasOwnPhone = own.some((contact) => contact.phones.length > 0);
  const confirming = !hasOwnPhone && !isKnownToAll(target);
  const standIn = confirming ? standInOf(target) : undefined;
  return { own, hasOwnPhone, confirming, ...(standIn ? { standIn } : {}) };
}

/** Whether one gets somewhere through this service without any stand-in. */
export function isSureDoor(content: Content, target: Reachable): boolean {
  return isKnownToAll(target) || contactsOf(content, target.contacts).some(isReachable);
}

/** The public part of each contact that has one. */
export function contactsOf(content: Content, ids: readonly string[]): PublicContact[] {
  return ids.flatMap((id) => {
    const contact = content.records.contacts.get(id);
    const shown = contact && publicContact(contact);
    return shown && isReachable(shown) ? [shown] : [];
  });
}

function isKnownToAll(target: Reachable): boolean {
  return target.reachedWithoutContact === true;
}

function standInOf({ standIn }: Reachable): Ways['standIn'] {
  if (!standIn) return undefined;
  return 'service' in standIn ? { kind: 'service', id: standIn.service } : { kind: 'resource', id: standIn.resource };
}
