import type { Content } from '../../domain/content.ts';
import { contactValueLists, type Contact } from '../../domain/contact.ts';
import type { Provenance } from '../../domain/provenance.ts';
import { trustTopics, type Service, type TrustTopic } from '../../domain/service.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

const questions: Readonly<Record<TrustTopic, string>> = {
  anonymous: 'Kan iemand bellen of langskomen zonder een naam te zeggen?',
  free: 'Is het gratis?',
  'id-asked': 'Vragen jullie om een identiteitsbewijs?',
  'bsn-asked': 'Vragen jullie om het burgerservicenummer (BSN)?',
  'papers-asked': 'Vragen jullie om verblijfspapieren?',
  'shared-with-police': 'Hoort de politie ervan? Zo ja, wanneer?',
  'shared-with-immigration': 'Hoort de vreemdelingendienst ervan?',
  'shared-with-tax': 'Hoort de belasting ervan?',
  'in-chain-registration': 'Komt iemand in de gezamenlijke registratie van de keten? Met toestemming?',
  'discussed-with-partners': 'Bespreken jullie iemand met andere partners? Met toestemming?',
  'comes-to-you': 'Kan er iemand naar de persoon toe komen?',
  'choice-of-staff-gender': 'Kan iemand kiezen voor een vrouw of een man?',
  online: 'Kan het ook online?',
};

const listNames: Readonly<Record<(typeof contactValueLists)[number], string>> = {
  phones: 'Telefoon',
  websites: 'Webadres',
  emails: 'E-mail',
  addresses: 'Adres',
  schedules: 'Tijden',
  languages: 'Taal',
};

/** Lists a sheet asks for even when nothing is known yet. */
const alwaysAsked = ['phones', 'websites', 'schedules', 'languages'] as const;

/**
 * What to ask each partner on the phone, in Dutch, as Markdown: per contact what we think we know and
 * what is missing, per service what no source says. Gives one sheet per partner, in the partners'
 * order; `only` keeps a single one.
 */
export function callSheet(content: Content, only?: string): string {
  const partners = [...content.records.partners]
    .filter(([id, partner]) =>
      only === undefined ? partner.visibility === 'public' && partner.kind !== 'legend' : id === only,
    )
    .sort(([a, one], [b, other]) => one.order - other.order || byCodeUnit(a, b));
  return `${partners.map(([id, partner]) => sheet(content, id, partner.name)).join('\n\n---\n\n')}\n`;
}

function sheet(content: Content, id: string, name: string): string {
  const services = [...content.records.services].filter(([, service]) => service.partner === id);
  const own = content.records.partners.get(id)?.contacts ?? [];
  const contacts = [...new Set([...own, ...services.flatMap(([, service]) => service.contacts)])];
  return [
    `# Bellijst: ${name}`,
    'Gebeld op: ____________   Door welke rol: ____________   Nagekeken door tweede rol: ____________',
    'Zeg erbij dat de antwoorden op een openbare site komen. Schrijf alleen op wat de partner zelf zegt.',
    ...contacts.flatMap((contact) => contactPart(contact, content.records.contacts.get(contact))),
    ...services.flatMap(([service, record]) => servicePart(content, service, record)),
    ...(contacts.length + services.length === 0
      ? ['Er staat nog niets over deze partner. Vraag: wat doen jullie, voor wie, en hoe bereikt iemand jullie?']
      : []),
  ].join('\n\n');
}

function contactPart(id: string, contact: Contact | undefined): string[] {
  if (!contact) return [];
  const known = contactValueLists.flatMap((list) =>
    contact[list]
      .filter((value) => value.confidence !== 'confirmed')
      .map(
        (value) =>
          `- [ ] ${listNames[list]}: **${valueInWords(value)}** klopt dit? (${sureness(value)})${value.note ? ` ${value.note}` : ''}`,
      ),
  );
  const missing = alwaysAsked
    .filter((list) => contact[list].length === 0)
    .map((list) => `- [ ] ${listNames[list]}: nog niet bekend. Wat is het? ____________`);
  if (known.length + missing.length === 0) return [];
  return [
    `## ${contact.name}  (content/contacts/${id}.yaml)`,
    [...(contact.note ? [`_${contact.note}_`, ''] : []), ...known, ...missing].join('\n'),
  ];
}

function servicePart(content: Content, id: string, service: Service): string[] {
  const known = new Set(service.trust.filter((fact) => fact.confidence === 'confirmed').map((fact) => fact.topic));
  const open = service.audience === 'professionals' ? [] : trustTopics.filter((topic) => !known.has(topic));
  if (open.length === 0) return [];
  const name = content.texts.nl?.services.get(id)?.name ?? id;
  return [
    `## Over: ${name}  (content/services/${id}.yaml)`,
    open.map((topic) => `- [ ] ${questions[topic]} ____________`).join('\n'),
  ];
}

function sureness(value: Provenance): string {
  return {
    confirmed: 'bevestigd',
    high: 'uit een goede bron',
    medium: 'uit een bron',
    low: 'onzeker',
    recall: 'alleen uit het hoofd',
  }[value.confidence];
}

function valueInWords(value: object): string {
  const fields = value as Partial<
    Record<'number' | 'url' | 'email' | 'address1' | 'city' | 'code' | 'opensAt' | 'closesAt', string>
  > & { byday?: readonly string[] };
  if (fields.byday) return `${fields.byday.join(' ')} ${fields.opensAt ?? ''}-${fields.closesAt ?? ''}`;
  if (fields.address1) return `${fields.address1}, ${fields.city ?? ''}`;
  return fields.number ?? fields.url ?? fields.email ?? fields.code ?? '';
}
