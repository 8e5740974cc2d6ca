import type { Locale } from '../domain/locales.ts';
import type { Partner, PartnerText } from '../domain/partner.ts';
import type { PublicContact } from '../lib/contact/publish.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { contactsOf } from '../lib/reach/ways.ts';
import { to } from './address.ts';
import { content } from './content.ts';
import { wordsOf } from './words.ts';

export interface ShownPartner {
  readonly id: string;
  readonly partner: Partner & { readonly slug: string };
  readonly words: PartnerText;
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
              href: to(locale, 'who', partner.slug),
              contacts: contactsOf(content, partner.contacts),
            },
          ],
    )
    .sort((a, b) => a.partner.order - b.partner.order);
}
