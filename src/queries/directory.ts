import type { DirectoryFilter, RowRanks } from '../islands/directory-table.ts';
import type { Locale } from '../domain/locales.ts';
import { csv, plainCell } from '../lib/csv/csv.ts';
import { ageBands, places, type Listed } from '../lib/directory/fits.ts';
import { areaRank, listedServices, matrixOf, type ListedService } from '../lib/directory/listed-services.ts';
import { showPhone, type ShownPhone } from '../lib/contact/format-phone.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { asset } from './address.ts';
import { content } from './content.ts';
import { stringsOf } from './locale.ts';
import { shownService, type ShownService } from './services.ts';
import { wordsOf } from './words.ts';

/** Every public service, in the order of the directory. */
export const listed: readonly ListedService[] = listedServices(content);

/** Where a service stands on the page of its partner. Numbered, since an id would tell what it is. */
export function serviceAnchor(id: string): string {
  const partner = listed.find((one) => one.id === id)?.partner;
  return `help-${String(listed.filter((one) => one.partner === partner).findIndex((one) => one.id === id) + 1)}`;
}

/** One row as a reader sees it. */
export interface ShownRow {
  readonly id: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly partner: string;
  readonly groups: readonly string[];
  readonly form: string;
  readonly age: string;
  readonly area: string;
  readonly phones: readonly ShownPhone[];
  readonly website: { readonly url: string; readonly host: string } | undefined;
  /** What stands there instead of a number. */
  readonly instead: string | undefined;
  readonly shown: ShownService;
  /** For the script: what can be chosen, and the place of the row in each order. */
  readonly facts: Listed;
  readonly ranks: RowRanks;
}

/** The rows of the directory under their partners. */
export function directoryIn(
  locale: Locale,
): { partner: string; name: string; anchor: string; rows: readonly ShownRow[] }[] {
  const names = rankOf(listed, ({ id }) => wordsOf('services', id, locale).name.toLowerCase());
  const partners = [...new Set(listed.map(({ partner }) => partner))];
  return partners.map((partner) => ({
    partner,
    name: partnerName(partner),
    anchor: `by-${String(partners.indexOf(partner) + 1)}`,
    rows: listed.filter((one) => one.partner === partner).map((one) => rowOf(one, names.get(one.id) ?? 0, locale)),
  }));
}

function rowOf(one: ListedService, nameRank: number, locale: Locale): ShownRow {
  const t = stringsOf(locale);
  const shown = shownService(one.id, locale);
  const { id, partner, groups, forms, minimumAge, maximumAge, area: extent } = one;
  const area = extent ?? 'unknown';
  const phones = shown.ways.own.flatMap((contact) => contact.phones.map(showPhone));
  const website = shown.ways.own.flatMap(({ websites }) => websites)[0];
  return {
    id,
    name: shown.words.name,
    href: shown.partnerHref === undefined ? undefined : `${shown.partnerHref}#${serviceAnchor(id)}`,
    partner: shown.partnerName,
    groups: groupIds()
      .filter((group) => one.groups.includes(group))
      .map((group) => wordsOf('groups', group, locale).name),
    form: formOf(one, locale),
    age: ageOf(one, locale),
    area: t(`directory.areas.${area}`),
    phones,
    website: website && { url: website.url, host: new URL(website.url).hostname.replace(/^www\./, '') },
    instead: shown.service.reachedWithoutContact
      ? t('directory.ownDoor')
      : phones.length === 0
        ? t('directory.asking')
        : undefined,
    shown,
    facts: {
      partner,
      groups,
      forms,
      ...(minimumAge === undefined ? {} : { minimumAge }),
      ...(maximumAge === undefined ? {} : { maximumAge }),
      ...(extent === undefined ? {} : { area: extent }),
    },
    ranks: {
      partner: listed.indexOf(one),
      name: nameRank,
      group: Math.min(...one.groups.map((group) => content.records.groups.get(group)?.order ?? Infinity)),
      form: one.forms.length === 0 ? 9 : Number(one.forms[0] === 'collective'),
      age: one.minimumAge ?? (one.maximumAge === undefined ? 999 : 0),
      area: areaRank(one.area),
    },
  };
}

function formOf({ forms, service }: ListedService, locale: Locale): string {
  const t = stringsOf(locale);
  if (service.audience === 'professionals') return t('directory.forms.professionals');
  if (forms.length === 0) return t('directory.forms.unknown');
  return forms.map((form) => t(`directory.forms.${form}`)).join(', ');
}

function ageOf({ minimumAge, maximumAge, service }: ListedService, locale: Locale): string {
  const t = stringsOf(locale);
  const age =
    minimumAge !== undefined && maximumAge !== undefined
      ? t('directory.ages.between', { from: minimumAge, to: maximumAge })
      : minimumAge !== undefined
        ? t('directory.ages.from', { from: minimumAge })
        : maximumAge !== undefined
          ? t('directory.ages.to', { to: maximumAge })
          : t('directory.ages.unknown');
  return service.genders?.join() === 'f' ? `${age}, ${t('directory.ages.women')}` : age;
}

/** What can be chosen. A form, an age and a place leave in what a source leaves open. */
export function filtersIn(locale: Locale): DirectoryFilter[] {
  const t = stringsOf(locale);
  const any = t('directory.any');
  return [
    {
      name: 'group',
      label: t('directory.columns.groups'),
      any,
      options: groupIds().map((id) => ({ id, name: wordsOf('groups', id, locale).name })),
    },
    {
      name: 'partner',
      label: t('directory.columns.partner'),
      any,
      options: [...new Set(listed.map(({ partner }) => partner))].map((id) => ({ id, name: partnerName(id) })),
    },
    {
      name: 'form',
      label: t('directory.columns.form'),
      any,
      options: (['individual', 'collective'] as const).map((id) => ({ id, name: t(`directory.forms.${id}`) })),
    },
    {
      name: 'age',
      label: t('directory.columns.age'),
      any,
      options: Object.keys(ageBands).map((id) => ({ id, name: t(`directory.bands.${id}`) })),
    },
    {
      name: 'place',
      label: t('directory.columns.area'),
      any,
      options: places.map((id) => ({ id, name: t(`directory.places.${id}`) })),
    },
  ];
}

/** Groups by partners, with the words and where each number leads. */
export function shownMatrix(locale: Locale): {
  partners: { id: string; name: string; anchor: string }[];
  rows: { group: string; name: string; counts: readonly number[] }[];
} {
  const { partners, rows } = matrixOf(content, listed);
  return {
    partners: partners.map((id, index) => ({ id, name: partnerName(id), anchor: `by-${String(index + 1)}` })),
    rows: rows.map(({ group, counts }) => ({ group, name: wordsOf('groups', group, locale).name, counts })),
  };
}

/** Where the directory lies as a file. */
export const directoryFile = (locale: Locale): string => asset(`data/overview-${locale}.csv`);

/** The directory as a table for a spreadsheet. */
export function directoryCsv(locale: Locale): string {
  const t = stringsOf(locale);
  const head = [
    t('directory.columns.name'),
    t('directory.columns.partner'),
    t('directory.columns.groups'),
    t('directory.columns.form'),
    t('directory.columns.age'),
    t('directory.columns.area'),
    t('service.forWhom'),
    t('service.notFor'),
    t('directory.columns.phone'),
    t('directory.columns.website'),
    t('directory.columns.note'),
    t('directory.columns.checked'),
  ];
  const rows = directoryIn(locale).flatMap(({ rows: own }) =>
    own.map((row) => [
      row.name,
      row.partner,
      row.groups.join('; '),
      row.form,
      row.age,
      row.area,
      row.shown.words.forWhom ?? '',
      row.shown.words.notFor ?? '',
      row.phones.map(({ visible }) => visible).join('; '),
      row.website?.url ?? '',
      row.instead ?? '',
      row.shown.service.checkedOn,
    ]),
  );
  return csv([head, ...rows].map((row) => row.map(plainCell)));
}

function groupIds(): string[] {
  return publicRecords(content, 'groups')
    .sort(([a, one], [b, other]) => one.order - other.order || byCodeUnit(a, b))
    .map(([id]) => id);
}

function partnerName(id: string): string {
  return content.records.partners.get(id)?.name ?? id;
}

/** Place of each in the order of a text. */
function rankOf(all: readonly ListedService[], text: (one: ListedService) => string): Map<string, number> {
  const sorted = [...all].sort((a, b) => byCodeUnit(text(a), text(b)));
  return new Map(sorted.map(({ id }, index) => [id, index]));
}
