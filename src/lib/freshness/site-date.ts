import type { Content } from '../../domain/content.ts';
import { contactValueLists } from '../../domain/contact.ts';

/** Days after which a text or a contact value wants another look, where its record does not say. */
export const reviewDays = { text: 365, contactValue: 180 } as const;

/**
 * The day the site speaks from: what is given (SITE_DATE), else the newest day on which anything in
 * the content was checked. Never the clock, so that identical content gives an identical site.
 */
export function siteDate(content: Content, given?: string): string {
  if (given) return given;
  const { contacts, partners, services, resources, routes } = content.records;
  const days = [
    ...[...partners.values(), ...services.values(), ...resources.values(), ...routes.values()].map(
      (record) => record.checkedOn,
    ),
    ...content.pages.map((page) => page.meta.checkedOn),
    ...[...contacts.values()].flatMap((contact) =>
      contactValueLists.flatMap((list) => contact[list].map((value) => value.checkedOn ?? '')),
    ),
  ];
  return days.reduce((newest, day) => (day > newest ? day : newest), '2000-01-01');
}

/** Whole days from one day to another; negative when the second is earlier. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day on which something checked should be looked at again at the latest, as 2027-11-22. */
export function reviewBefore(checkedOn: string, everyDays: number = reviewDays.text): string {
  return new Date(Date.parse(`${checkedOn}T00:00:00Z`) + everyDays * 86_400_000).toISOString().slice(0, 10);
}

/** By how many days a check is overdue on the given day; 0 or less when it is not. */
export function daysOverdue(checkedOn: string, everyDays: number, on: string): number {
  return daysBetween(checkedOn, on) - everyDays;
}
