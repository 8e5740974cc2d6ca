import { helpNow } from '../../../domain/help-now.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import { hasConfirmedWay } from '../../contact/publish.ts';
import { contactsOf, isSureDoor } from '../../reach/ways.ts';
import { publicRecords } from '../../content/public-records.ts';
import { at, type Rule } from '../rule.ts';

const dangerServices = new Set(['noodnummer-112', 'politie', 'veilig-thuis']);

/** Services and resources: both become cards, and both need a way. */
function cards(loaded: LoadedContent) {
  const { services, resources } = loaded.content.records;
  return [
    ...[...services].map(([id, record]) => ({
      id,
      file: fileOf.record('services', id),
      record,
      concernsDanger: record.concernsDanger,
    })),
    ...[...resources].map(([id, record]) => ({
      id,
      file: fileOf.record('resources', id),
      record,
      concernsDanger: false,
    })),
  ];
}

/** No card leads nowhere: what has no sure way of its own names a sure door beside it. */
export const cardsHelp: Rule = (loaded) =>
  cards(loaded).flatMap(({ id, file, record }) => {
    if (record.visibility !== 'public' || record.standIn || isSureDoor(loaded.content, record)) return [];
    return [
      at(
        loaded,
        file,
        [],
        'card-without-way',
        `"${id}" heeft geen zekere weg: geen bevestigd nummer, adres of site.`,
        'Zet bij standIn een andere, zekere deur van dezelfde soort, bijvoorbeeld: standIn: { service: huisarts }.',
      ),
    ];
  });

/** A stand-in must itself be sure, public and another one. */
export const standInsAreSure: Rule = (loaded) => {
  const { services, resources } = loaded.content.records;
  return cards(loaded).flatMap(({ id, file, record: { standIn } }) => {
    if (!standIn) return [];
    const [name, other] =
      'service' in standIn
        ? [standIn.service, services.get(standIn.service)]
        : [standIn.resource, resources.get(standIn.resource)];
    if (name === id)
      return [at(loaded, file, ['standIn'], 'stand-in-itself', `"${id}" vervangt zichzelf.`, 'Kies een andere deur.')];
    if (!other || (other.visibility === 'public' && isSureDoor(loaded.content, other))) return [];
    return [
      at(
        loaded,
        file,
        ['standIn'],
        'stand-in-not-sure',
        `"${name}" is zelf niet zeker te bereiken.`,
        'Kies een deur met een bevestigd nummer of een site met bron.',
      ),
    ];
  });
};

/** 112, the police and Veilig Thuis stand in only where there is violence or danger. */
export const noDangerStandIn: Rule = (loaded) =>
  cards(loaded).flatMap(({ file, record: { standIn }, concernsDanger }) => {
    if (!standIn || !('service' in standIn) || concernsDanger || !dangerServices.has(standIn.service)) return [];
    return [
      at(
        loaded,
        file,
        ['standIn'],
        'stand-in-alarms',
        `"${standIn.service}" kan hier niet de vervangende deur zijn: het gaat niet over geweld of gevaar.`,
        'Kies een rustige deur, zoals huisarts. Gaat het bij een hulp wel over gevaar, zet dan concernsDanger: true.',
      ),
    ];
  });

/** "Help right now" stands on every page: each of its services has a number to call. */
export const helpNowCalls: Rule = (loaded) =>
  helpNow.flatMap(({ service: id }) => {
    const service = loaded.content.records.services.get(id);
    if (
      !service ||
      (service.visibility === 'public' &&
        contactsOf(loaded.content, service.contacts).some(({ phones }) => phones.length > 0))
    )
      return [];
    return [
      at(
        loaded,
        fileOf.record('services', id),
        ['contacts'],
        'help-now-without-phone',
        `"${id}" staat op elke pagina bij Nu hulp nodig, maar heeft geen nummer dat op de site mag.`,
        'Bevestig het nummer in content/contacts. Is de hulp er echt niet meer, vraag dan de ontwikkelaars om een andere.',
      ),
    ];
  });

/** Ages in their order. */
export const ages: Rule = (loaded) =>
  [...loaded.content.records.services].flatMap(([id, { minimumAge, maximumAge }]) =>
    minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge
      ? [
          at(
            loaded,
            fileOf.record('services', id),
            ['minimumAge'],
            'ages-crossed',
            `De laagste leeftijd (${String(minimumAge)}) is hoger dan de hoogste (${String(maximumAge)}).`,
            'Draai ze om.',
          ),
        ]
      : [],
  );

/** One answer per topic, or the card would say yes and no. */
export const trustOnce: Rule = (loaded) =>
  [...loaded.content.records.services].flatMap(([id, service]) =>
    service.trust.flatMap((fact, index) =>
      service.trust.findIndex((other) => other.topic === fact.topic) < index
        ? [
            at(
              loaded,
              fileOf.record('services', id),
              ['trust', index],
              'double-trust',
              `Over "${fact.topic}" staat al een antwoord bij deze hulp.`,
              'Laat één antwoord staan.',
            ),
          ]
        : [],
    ),
  );

/** A service that is shown belongs to a partner that is shown, is a real organisation and still takes part. */
export const livePartner: Rule = (loaded) =>
  [...loaded.content.records.services].flatMap(([id, service]) => {
    const partner = loaded.content.records.partners.get(service.partner);
    if (!partner) return [];
    const file = fileOf.record('services', id);
    if (partner.visibility !== 'public' && service.visibility === 'public') {
      return [
        at(
          loaded,
          file,
          ['partner'],
          'partner-hidden',
          `De partner "${service.partner}" is niet openbaar, maar deze hulp wel.`,
          'Zet bij deze hulp ook visibility: hidden, of maak de partner openbaar.',
        ),
      ];
    }
    if (partner.kind !== 'legend' && partner.kind !== 'former') return [];
    return [
      at(
        loaded,
        file,
        ['partner'],
        'partner-not-live',
        `"${service.partner}" is ${partner.kind === 'legend' ? 'geen organisatie' : 'geen partner meer'}.`,
        'Kies de organisatie die dit nu doet.',
      ),
    ];
  });

/** Services of the chain that nobody can be sure to reach yet: open, and an error for a release. */
export const confirmedWays: Rule = (loaded) => {
  const { contacts, partners } = loaded.content.records;
  return publicRecords(loaded.content, 'services').flatMap(([id, service]) => {
    if (partners.get(service.partner)?.kind !== 'chain' || service.reachedWithoutContact) return [];
    if (
      service.contacts.some((contact) => {
        const record = contacts.get(contact);
        return record !== undefined && hasConfirmedWay(record);
      })
    )
      return [];
    return [
      at(
        loaded,
        fileOf.record('services', id),
        ['contacts'],
        'no-confirmed-way',
        `Hoe je "${id}" bereikt is nog door niemand bevestigd.`,
        'Bel de partner (npm run bellijst) en bevestig in content/contacts een nummer, site, mailadres of adres.',
        'open',
      ),
    ];
  });
};

/** What a visitor still has to ask, because no source says. */
export const openTrust: Rule = (loaded) =>
  publicRecords(loaded.content, 'services').flatMap(([id, service]) => {
    if (service.audience === 'professionals' || loaded.content.records.partners.get(service.partner)?.kind !== 'chain')
      return [];
    const known = new Set(service.trust.map((fact) => fact.topic));
    const asked = (['anonymous', 'free', 'in-chain-registration', 'shared-with-police'] as const).filter(
      (topic) => !known.has(topic),
    );
    return asked.length > 0
      ? [
          at(
            loaded,
            fileOf.record('services', id),
            ['trust'],
            'trust-unknown',
            `Bij "${id}" is nog onbekend: ${asked.join(', ')}.`,
            'Vraag het de partner (npm run bellijst) en zet het antwoord met bron bij trust.',
            'open',
          ),
        ]
      : [];
  });
