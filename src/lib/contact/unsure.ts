import type { Contact } from '../../domain/contact.ts';
import { isPublishable } from './publish.ts';

/** Ways to reach an organisation that a professional asks for. */
const wanted = ['phones', 'emails', 'addresses', 'schedules'] as const;
export type UnsureWay = (typeof wanted)[number];

/** Of which ways nothing may be shown: because nobody is sure of it yet, or because nothing was found. */
export function unsureWays(contacts: readonly Contact[]): UnsureWay[] {
  const open = contacts.filter(({ visibility }) => visibility === 'public');
  return wanted.filter((way) => !open.some((contact) => contact[way].some((value) => isPublishable(value))));
}
