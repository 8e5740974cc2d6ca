import { contactValueLists } from '../../../domain/contact.ts';
import type { Provenance } from '../../../domain/provenance.ts';
import type { Problem } from '../../../domain/problem.ts';
import { phoneFault, phoneKey } from '../../contact/format-phone.ts';
import { isPublishable } from '../../contact/publish.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import type { FieldPath } from '../../content/read-yaml.ts';
import { daysOverdue, reviewDays } from '../../freshness/site-date.ts';
import { at, type Rule } from '../rule.ts';

interface ContactValue {
  readonly contact: string;
  readonly file: string;
  readonly path: FieldPath;
  readonly isPhone: boolean;
  readonly value: Provenance;
  readonly shown: string;
}

/** Every value of every contact, with its place. */
function contactValues(loaded: LoadedContent): ContactValue[] {
  return [...loaded.content.records.contacts].flatMap(([contact, record]) =>
    contactValueLists.flatMap((list) =>
      record[list].map((value, index) => ({
        contact,
        file: fileOf.record('contacts', contact),
        path: [list, index],
        isPhone: list === 'phones',
        value,
        shown: shownValue(value),
      })),
    ),
  );
}

/** The value itself, in words for a message. */
function shownValue(value: object): string {
  const field = ['number', 'url', 'email', 'address1', 'code', 'applies'].find((name) => name in value) ?? '';
  return String((value as Record<string, unknown>)[field]);
}

/** A number must exist as a number; whether it is the right one only a call can tell. */
export const phoneNumbers: Rule = (loaded) =>
  [...loaded.content.records.contacts].flatMap(([id, contact]) =>
    contact.phones.flatMap((phone, index) => {
      const fault = phoneFault(phone);
      return fault
        ? [
            at(
              loaded,
              fileOf.record('contacts', id),
              ['phones', index, 'number'],
              'bad-phone',
              fault.message,
              fault.cure,
            ),
          ]
        : [];
    }),
  );

/** The same number in two contacts is a copy: when one is mended the other stays wrong. */
export const doublePhones: Rule = (loaded) => {
  const seen = new Map<string, string>();
  return contactValues(loaded)
    .filter(({ isPhone }) => isPhone)
    .flatMap(({ file, path, shown }) => {
      const key = phoneKey(shown);
      const other = seen.get(key);
      seen.set(key, other ?? file);
      if (other === undefined) return [];
      return [
        at(
          loaded,
          file,
          [...path, 'number'],
          'double-phone',
          `Het nummer ${shown} staat ook in ${other}.`,
          'Houd één van de twee, en verwijs vanuit de hulp naar dat contact.',
        ),
      ];
    });
};

/** high and medium stand on a source with its date; low and recall say what is still to be asked. */
export const valueSources: Rule = (loaded) =>
  contactValues(loaded).flatMap(({ file, path, value, shown }) => {
    const sourced = value.confidence === 'high' || value.confidence === 'medium';
    const unsure = value.confidence === 'low' || value.confidence === 'recall';
    const problems: Problem[] = [];
    if (sourced && value.sources.length === 0)
      problems.push(
        at(
          loaded,
          file,
          path,
          'value-without-source',
          `"${shown}" staat op ${value.confidence}, maar er staat geen bron bij.`,
          'Zet bij sources de bestandsnaam van de bron. Heb je het zelf nagevraagd, zet confidence dan op confirmed.',
        ),
      );
    if (sourced && value.asOf === undefined)
      problems.push(
        at(
          loaded,
          file,
          path,
          'value-without-date',
          `Bij "${shown}" ontbreekt de datum van de bron.`,
          'Zet asOf erbij, bijvoorbeeld asOf: 2024-07-09 of asOf: undated.',
        ),
      );
    if (unsure && value.note === undefined)
      problems.push(
        at(
          loaded,
          file,
          path,
          'unsure-without-note',
          `"${shown}" is onzeker, maar er staat niet bij wat er gevraagd moet worden.`,
          'Zet bij note wat de eigenaar moet bevestigen.',
        ),
      );
    return problems;
  });

/** confirmed means: asked, by a role, on a day; a phone number needs a second pair of eyes. */
export const confirmedValues: Rule = (loaded) =>
  contactValues(loaded).flatMap(({ file, path, value, isPhone, shown }) => {
    const problems: Problem[] = [];
    if (value.confidence === 'confirmed') {
      const missing = (['checkedOn', 'checkedBy', 'checkedHow'] as const).filter((field) => value[field] === undefined);
      if (missing.length > 0)
        problems.push(
          at(
            loaded,
            file,
            path,
            'confirmed-without-check',
            `"${shown}" staat op confirmed, maar er ontbreekt: ${missing.join(', ')}.`,
            'Zet erbij op welke dag, door welke rol en hoe het is nagevraagd.',
          ),
        );
      if (isPhone && value.confirmedBy === undefined)
        problems.push(
          at(
            loaded,
            file,
            path,
            'phone-needs-second-role',
            `Het nummer ${shown} is maar door één rol nagekeken.`,
            'Laat een tweede rol het nummer nabellen en zet die rol bij confirmedBy.',
          ),
        );
    } else if (value.confirmedBy !== undefined) {
      problems.push(
        at(
          loaded,
          file,
          [...path, 'confidence'],
          'check-without-confirmed',
          `"${shown}" is bevestigd door ${value.confirmedBy}, maar confidence staat op ${value.confidence}.`,
          'Zet confidence op confirmed, anders blijft de waarde zoals ze was.',
        ),
      );
    }
    if (value.confirmedBy !== undefined && value.confirmedBy === value.checkedBy)
      problems.push(
        at(
          loaded,
          file,
          [...path, 'confirmedBy'],
          'same-role-twice',
          `"${shown}" is twee keer door dezelfde rol bekeken (${value.confirmedBy}).`,
          'Laat iemand met een andere rol het ook nabellen, en zet die rol bij confirmedBy.',
        ),
      );
    return problems;
  });

/** What nobody of the GGD has confirmed yet, and what wants another look. Never stops a build. */
export const openValues: Rule = (loaded, { siteDate }) =>
  contactValues(loaded).flatMap(({ file, path, value, shown }) => {
    if (value.visibility !== 'public' || shown === '112') return [];
    if (!isPublishable(value))
      return [
        at(
          loaded,
          file,
          path,
          'value-withheld',
          `"${shown}" staat niet op de site (${value.confidence}). ${value.note ?? ''}`.trim(),
          'Vraag het na (npm run bellijst) en zet confidence op confirmed.',
          'open',
        ),
      ];
    if (value.confidence !== 'confirmed')
      return [
        at(
          loaded,
          file,
          path,
          'value-unconfirmed',
          `"${shown}" komt uit een bron (${value.confidence}) en is nog niet nagevraagd.`,
          'Vraag het na (npm run bellijst) en zet confidence op confirmed.',
          'open',
        ),
      ];
    const overdue = value.checkedOn
      ? daysOverdue(value.checkedOn, value.reviewEveryDays ?? reviewDays.contactValue, siteDate)
      : 0;
    return overdue > 0
      ? [
          at(
            loaded,
            file,
            [...path, 'checkedOn'],
            'overdue',
            `"${shown}" had ${String(overdue)} dagen geleden weer nagekeken moeten zijn.`,
            'Vraag het na en zet een nieuwe dag bij checkedOn.',
            'warning',
          ),
        ]
      : [];
  });
