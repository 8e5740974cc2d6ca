import type { Locale } from '../domain/locales.ts';
import { nameUuid } from '../gate/name-uuid.ts';
import { packageFiles, type PackageFile } from '../lib/open-data/package-files.ts';
import { pageJsonLd } from '../lib/open-data/json-ld.ts';
import standard from '../lib/open-data/hsds-3.0/datapackage.json';
import { ownFields, profilePatch } from '../lib/open-data/own-fields.ts';
import { openTables, tableNames, type TableName, type Tables } from '../lib/open-data/tables.ts';
import { site } from '../site.ts';
import { to } from './address.ts';
import { contentDay } from './content-day.ts';
import { content } from './content.ts';
import { listed, serviceAnchor } from './directory.ts';
import { stringsOf } from './locale.ts';
import type { ShownPartner } from './partners.ts';
import { shownService } from './services.ts';
import { wordsOf } from './words.ts';

export { attribution } from '../lib/open-data/package-files.ts';

/** Address of the page that describes the data, in one language. */
const dataPage = (locale: Locale): string => to(locale, 'professionals', 'data');

/** The tables of a language. */
function tablesIn(locale: Locale): Tables {
  return openTables(content, {
    locale,
    words: (kind, id) => wordsOf(kind, id, locale),
    t: stringsOf(locale),
    on: contentDay,
    id: nameUuid,
  });
}

/** The files of the package of a language. */
export function packageIn(locale: Locale): PackageFile[] {
  const t = stringsOf(locale);
  return packageFiles(tablesIn(locale), standard, {
    title: t('data.packageTitle'),
    description: t('data.packageText'),
    homepage: `${site.origin}${dataPage(locale)}`,
    profile: `${site.origin}${dataPage('en')}`,
    locale,
  });
}

/** The files of the profile: what our data have more than the standard, by table. */
export function profileFiles(): { name: TableName; text: string }[] {
  return tableNames
    .filter((name) => ownFields[name])
    .map((name) => ({ name, text: `${JSON.stringify(profilePatch(name), null, 2)}\n` }));
}

/** The fields of the profile, by table, for the page that explains them. */
export function ownFieldsShown(): { table: TableName; fields: { name: string; description: string }[] }[] {
  return tableNames.flatMap((table) => {
    const fields = Object.entries(ownFields[table] ?? {});
    return fields.length > 0
      ? [{ table, fields: fields.map(([name, { description }]) => ({ name, description })) }]
      : [];
  });
}

/** What the page of a partner says to machines. Lists of others' services name no organisation. */
export function partnerJsonLd({ id, partner, words, contacts }: ShownPartner, locale: Locale): string {
  const isOne = partner.kind === 'chain';
  const t = stringsOf(locale);
  return pageJsonLd({
    url: `${site.origin}${to(locale, 'who', partner.slug)}`,
    ...(isOne
      ? {
          organization: {
            id: nameUuid(`organization/${id}`),
            name: partner.name,
            description: words.role,
            contacts,
          },
        }
      : {}),
    services: listed
      .filter((one) => one.partner === id)
      .map((one) => {
        const { words: said, ways, service } = shownService(one.id, locale);
        return {
          id: nameUuid(`service/${one.id}`),
          name: said.name,
          description: said.does,
          anchor: serviceAnchor(one.id),
          audience: said.forWhom,
          area: one.area && t(`directory.areas.${one.area}`),
          service,
          contacts: ways.own,
        };
      }),
  });
}
