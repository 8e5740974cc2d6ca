import { brotliCompressSync } from 'node:zlib';
import type { Locale } from '../domain/locales.ts';
import type { Service } from '../domain/service.ts';
import { finderEdition, finderModel } from '../gate/finder-model.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { asset } from './address.ts';
import { content } from './content.ts';
import { stringsOf } from './locale.ts';
import { partnersIn } from './partners.ts';
import { wordsOf } from './words.ts';

/** The model of the finder for the pages of one language, as a file. */
export function finderFile(locale: Locale): Promise<Uint8Array> {
  return finderModel(process.cwd(), content, locale);
}

/** Where the model lies, and which edition the page expects. */
export async function finderSource(locale: Locale): Promise<{ href: string; edition: string }> {
  return { href: asset(`words/${locale}.bin`), edition: await finderEdition(process.cwd(), content, locale) };
}

/** Size of the model as a server sends it: thousands of bytes, packed, rounded up to tens. */
export async function finderWeight(locale: Locale): Promise<string> {
  return String(Math.ceil(brotliCompressSync(await finderFile(locale)).length / 10_000) * 10);
}

/** A question with its need: the label of the first need. A finder that does not find it is broken. */
export function finderProbe(locale: Locale): { typed: string; need: string } {
  const [need = ''] = publicRecords(content, 'questions')
    .map(([id]) => id)
    .sort(byCodeUnit);
  return { typed: wordsOf('questions', need, locale).label, need };
}

/** Every service that can be an answer. */
export function finderServices(): { id: string; service: Service }[] {
  return publicRecords(content, 'services')
    .map(([id, service]) => ({ id, service }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

export interface FinderChoice {
  readonly name: 'group' | 'partner';
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** By what the answers can be narrowed. */
export function finderChoices(locale: Locale): FinderChoice[] {
  const t = stringsOf(locale);
  const groups = publicRecords(content, 'groups')
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id]) => ({ id, name: wordsOf('groups', id, locale).name }));
  const partners = partnersIn(locale).map(({ id, partner }) => ({ id, name: partner.name }));
  return [
    { name: 'group', label: t('finder.group'), any: t('finder.all'), options: groups },
    { name: 'partner', label: t('finder.partner'), any: t('finder.all'), options: partners },
  ];
}
