import { kindNames, recordKinds, textKinds, type RecordKind, type TextKind } from '../../domain/kinds.ts';
import { completeLocales, sourceLocale, type Locale } from '../../domain/locales.ts';
import { placeholder } from '../../domain/placeholder.ts';
import type { ContentFile } from '../../domain/problem.ts';
import { fileOf } from '../content/load-content.ts';

export interface NewOptions {
  /** Today, as the site knows it: the day that goes into checkedOn. */
  readonly day: string;
  /** Ids that exist, to start from: each template points to real records. */
  readonly door: { readonly id: string; readonly slug: string } | undefined;
  readonly source: string;
  readonly partner: string;
  readonly group: string;
  readonly service: string;
  readonly contact: string;
}

/**
 * The files of a new record or page. They pass the check as they are and stay off the site
 * (visibility: hidden) until an editor has filled them in.
 */
export function newFiles(kind: RecordKind | 'page', name: string, options: NewOptions): ContentFile[] {
  if (kind === 'page')
    return completeLocales.map((locale) => ({ path: fileOf.page(locale, name), text: page(name, options, locale) }));
  const record = { path: fileOf.record(kind, name), text: records[kind](name, options) };
  if (!textKinds.includes(kind as TextKind)) return [record];
  return [
    record,
    ...completeLocales.map((locale) => ({
      path: fileOf.text(locale, kind as TextKind, name),
      text: texts[kind as TextKind](name),
    })),
  ];
}

/** What can be made, for the help of the command. */
export const newKinds = ['page', ...recordKinds] as const;

export function isNewKind(kind: string): kind is RecordKind | 'page' {
  return (newKinds as readonly string[]).includes(kind);
}

const hidden = 'visibility: hidden';
const review = (day: string) => `checkedOn: ${day}\ncheckedBy: redactie`;
const remark = (kind: RecordKind) =>
  `# Nieuw bestand voor: ${kindNames[kind]}. Wat hier staat is maar een voorbeeld: kijk elke regel na.\n# Klaar? Haal de regel "visibility: hidden" weg. Pas dan komt het op de site.\n`;

const records: Readonly<Record<RecordKind, (name: string, options: NewOptions) => string>> = {
  activities: (name, o) =>
    `${remark('activities')}label: ${name}\npartner: ${o.partner}\ngroup: ${o.group}\nform: individual\ncertainty: stated\norder: 99\nsince: ${o.day}\nsources: [${o.source}]\n${hidden}\n`,
  contacts: (name, o) =>
    `${remark('contacts')}organization: ${o.partner}\nname: ${name}\nphones:\n  - number: '${placeholder.phone}'\n    type: e164\n    confidence: recall\n    note: Vul hier in wat er gevraagd moet worden.\n${hidden}\n`,
  doors: (name, o) =>
    `${remark('doors')}slug: ${name}\norder: 99\naudience: visitors\npictogram: beside\ngroups: [${o.group}]\nservices: [${o.service}]\n${hidden}\n`,
  glossary: (name) => `${remark('glossary')}term: ${name}\nwhy: ${placeholder.text}\n${hidden}\n`,
  groups: (name, o) =>
    `${remark('groups')}order: 99\nlabel: ${name}\nslug: ${name}\nsources: [${o.source}]\n${hidden}\n`,
  networks: (_, o) =>
    `${remark('networks')}coordinator: ${o.partner}\ncertainty: stated\nsince: ${o.day}\nsources: [${o.source}]\n${hidden}\n`,
  partners: (name, o) =>
    `${remark('partners')}name: ${name}\nkind: support\norder: 99\nsources: [${o.source}]\n${review(o.day)}\n${hidden}\n`,
  questions: (_, o) =>
    `${remark('questions')}theme: people\nurgency: calm\naskers: [self]\ngroups: [${o.group}]\nservices:\n  - id: ${o.service}\nsources: [${o.source}]\n${review(o.day)}\n${hidden}\n`,
  resources: (name, o) =>
    `${remark('resources')}name: ${name}\ngroups: [${o.group}]\ncontacts: [${o.contact}]\nsources: [${o.source}]\n${review(o.day)}\n${hidden}\n`,
  routes: (_, o) =>
    `${remark('routes')}order: 999\nwhen:\n  situation: [questions]\ndoors:\n  - service: ${o.service}\n    place: also\nsources: [${o.source}]\n${review(o.day)}\n${hidden}\n`,
  services: (_, o) =>
    `${remark('services')}partner: ${o.partner}\ngroups: [${o.group}]\ncontacts: [${o.contact}]\nsources: [${o.source}]\n${review(o.day)}\n${hidden}\n`,
  sources: (name) =>
    `${remark('sources')}title: ${name}\npublisher: nog in te vullen\nkind: own-page\ndate: undated\n${hidden}\n`,
};

const texts: Readonly<Record<TextKind, (name: string) => string>> = {
  doors: (name) => `title: ${name}\ntabTitle: ${name}\nhint: ${placeholder.text}\nintro: ${placeholder.text}\n`,
  groups: (name) => `name: ${name}\nwho: ${placeholder.text}\naim: ${placeholder.text}\n`,
  networks: (name) => `name: ${name}\nbodies: [${placeholder.text}]\n`,
  partners: () => `role: ${placeholder.text}\nabout: ${placeholder.text}\n`,
  questions: (name) =>
    `label: ${name}\nanswer: ${placeholder.text}\nwordings:\n${Array.from({ length: 10 }, (_, index) => `  - ${name} ${String(index + 1)}\n`).join('')}`,
  resources: () => `does: ${placeholder.text}\n`,
  routes: (name) => `title: ${name}\nsteps:\n  - ${placeholder.text}\n`,
  services: (name) => `name: ${name}\ndoes: ${placeholder.text}\nsay: ${placeholder.text}\n`,
};

function page(name: string, { day, door, source }: NewOptions, locale: Locale): string {
  const title = name.split('/').at(-1) ?? name;
  const facts = `order: 99
doors: [${door?.id ?? ''}]
${door ? 'topic: life\n' : ''}sources: [${source}]
checkedOn: ${day}
checkedBy: redactie
visibility: hidden
`;
  return `---
title: ${title}
tabTitle: ${title} ${locale}
description: ${placeholder.text}
${locale === sourceLocale ? facts : ''}---

<InShort>

- ${placeholder.text}

</InShort>

<Now>

1. ${placeholder.text}

</Now>
`;
}
