import { z } from 'zod';
import { ref, text, visibility } from './fields.ts';
import { provenance } from './provenance.ts';

/**
 * Numbers that only work inside the Netherlands and have no dependable international form. They are
 * kept, shown and dialled as written. After 0800 and its like come four digits or seven, never five.
 */
export const nationalNumber =
  /^(?:112|113|116 ?\d{3}|14 ?0\d{2,3}|0(?:800|900|906|909)-(?:\d{4}|\d{3} ?\d{2} ?\d{2}))$/;

const phone = z.strictObject({
  number: z
    .string()
    .describe(
      "Het nummer, tussen aanhalingstekens. Bij e164 met +31 en zonder spaties: '+31334481186'. Bij national-as-written zoals het wordt gebeld: '0800-2000'.",
    ),
  type: z
    .enum(['e164', 'national-as-written'])
    .describe('e164: gewoon nummer met landcode. national-as-written: 112, 113, 0800, 0900 of 14 0xx.'),
  reach: z
    .enum(['netherlands', 'abroad'])
    .default('netherlands')
    .describe('abroad: dit nummer is alleen bedoeld voor wie vanuit het buitenland belt.'),
  ...provenance,
});

const website = z.strictObject({
  url: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'https-url' })
    .describe('Het hele adres, met https:// ervoor.'),
  purpose: z
    .enum(['home', 'information', 'appointment', 'form', 'chat'])
    .describe('Wat de bezoeker daar vindt: home, information, appointment (afspraak), form (formulier) of chat.'),
  ...provenance,
});

const email = z.strictObject({ email: z.email({ error: 'email' }).describe('Het e-mailadres.'), ...provenance });

const address = z.strictObject({
  address1: text().describe('Straat en huisnummer, of postbus.'),
  postalCode: text().optional().describe('Postcode.'),
  city: text().describe('Plaats.'),
  ...provenance,
});

const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const clock = () => z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'clock' });

const schedule = z.strictObject({
  applies: z
    .enum(['phone', 'chat', 'visit'])
    .describe('Waarvoor deze tijden gelden: phone (bellen), chat of visit (langskomen).'),
  byday: z.array(weekday).min(1).describe('Dagen: MO TU WE TH FR SA SU.'),
  opensAt: clock().describe("Begintijd, zoals '09:00'. Dag en nacht: '00:00'."),
  closesAt: z
    .string()
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'clock' })
    .describe("Eindtijd, zoals '17:00'. Dag en nacht: '24:00'."),
  ...provenance,
});

const spokenLanguage = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'language-code' })
    .describe('Taal in twee letters: nl, en, es …'),
  ...provenance,
});

/** Ways to reach one organisation or one of its services. Each value carries its own provenance. */
export const contactSchema = z.strictObject({
  organization: ref('partners', 'De partner bij wie dit hoort (bestandsnaam uit content/partners).'),
  name: text().describe('Naam zoals de organisatie die zelf gebruikt. Wordt niet vertaald.'),
  phones: z.array(phone).default([]).describe('Telefoonnummers.'),
  websites: z.array(website).default([]).describe('Webadressen.'),
  emails: z.array(email).default([]).describe('E-mailadressen.'),
  addresses: z.array(address).default([]).describe('Adressen.'),
  schedules: z.array(schedule).default([]).describe('Openingstijden, per waarde met bron.'),
  languages: z.array(spokenLanguage).default([]).describe('Talen die daar worden gesproken of waarin de site er is.'),
  visibility: visibility(),
  note: text().optional().describe('Voor de redactie. Komt nooit op de site.'),
});

export type Contact = z.infer<typeof contactSchema>;
export type Phone = z.infer<typeof phone>;

/** The lists of a contact whose items carry provenance, in the order in which they are shown. */
export const contactValueLists = ['phones', 'websites', 'emails', 'addresses', 'schedules', 'languages'] as const;
