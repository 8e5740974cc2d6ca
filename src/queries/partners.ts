import type { Locale } from '../domain/locales.ts';
import type { Partner, PartnerText } from '../domain/partner.ts';
import type { PublicContact } from '../lib/contact/publish.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { unsureWays } from '../lib/contact/unsure.ts';
import { contactsOf } from '../lib/reach/ways.ts';
import { to } from './address.ts';
import { content } from './content.ts';
import { listed } from './directory.ts';
import { stringsOf } from './locale.ts';
import { wordsOf, writtenIn } from './words.ts';

export interface ShownPartner {
  readonly id: string;
  readonly partner: Partner & { readonly slug: string };
  readonly words: PartnerText;
  /** Language of the words. */
  readonly written: Locale;
  readonly href: string;
  readonly contacts: readonly PublicContact[];
}

/** Partners that have a page, in their order. */
export function partnersIn(locale: Locale): ShownPartner[] {
  return publicRecords(content, 'partners')
    .flatMap(([id, partner]) =>
      partner.slug === undefined
        ? []
        : [
            {
              id,
              partner: { ...partner, slug: partner.slug },
              words: wordsOf('partners', id, locale),
              written: writtenIn('partners', id, locale),
              href: to(locale, 'who', partner.slug),
              contacts: contactsOf(content, partner.contacts),
            },
          ],
    )
    .sort((a, b) => a.partner.order - b.partner.order);
}

/** Whom a partner helps, by target group, and which ways to reach it nobody is sure of. */
export function factsForProfessionals(
  { id, partner }: Pick<ShownPartner, 'id' | 'partner'>,
  locale: Locale,
): { who: string[]; unsure: string[] } {
  const t = stringsOf(locale);
  const groups = new Set(listed.filter((one) => one.partner === id).flatMap((one) => one.groups));
  const contacts = partner.contacts.flatMap((contact) => content.records.contacts.get(contact) ?? []);
  return {
    who: publicRecords(content, 'groups')
      .filter(([group]) => groups.has(group))
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([group]) => wordsOf('groups', group, locale).name),
    unsure: unsureWays(contacts).map((way) => t(`partner.ways.${way}`)),
  };
}
