import type { Content } from '../../domain/content.ts';
import { recordKinds, textKinds, type RecordKind } from '../../domain/kinds.ts';
import { localeCodes } from '../../domain/locales.ts';
import { showPhone, phoneFault, phoneKey } from '../contact/format-phone.ts';
import { isPublishable } from '../contact/publish.ts';

/** What may stand in `dist/`, and what must not. */
export interface PublicationRules {
  /** Keys of the numbers that may be shown (see phoneKey). */
  readonly publicPhones: ReadonlySet<string>;
  /** How each public number is shown, by what its link dials. */
  readonly shownPhones: ReadonlyMap<string, string>;
  readonly secrets: readonly Secret[];
}

export interface Secret {
  /** File of content it comes from. */
  readonly file: string;
  readonly kind: 'phone' | 'url' | 'text';
  /** A phone key, a web address without protocol and www, or a text. */
  readonly value: string;
}

/** Words shorter than this are no fingerprint: a name or a short phrase stands elsewhere too. */
const shortest = { note: 12, words: 20 };

/** Everything the contact gate and `visibility` keep back, minus what some other record publishes. */
export function publicationRules(content: Content): PublicationRules {
  const publicPhones = new Set<string>();
  const shownPhones = new Map<string, string>();
  const publicUrls = new Set<string>();
  const secrets: Secret[] = [];

  for (const source of content.records.sources.values()) {
    if (source.url && source.visibility === 'public') publicUrls.add(urlKey(source.url));
  }
  for (const [id, contact] of content.records.contacts) {
    const file = `content/contacts/${id}.yaml`;
    const isPublic = (value: Parameters<typeof isPublishable>[0]) =>
      contact.visibility === 'public' && isPublishable(value);
    for (const phone of contact.phones) {
      const shown = phoneFault(phone) ? undefined : showPhone(phone);
      if (isPublic(phone) && shown) {
        publicPhones.add(phoneKey(phone.number));
        shownPhones.set(shown.href, shown.visible);
      } else secrets.push({ file, kind: 'phone', value: phoneKey(phone.number) });
    }
    for (const website of contact.websites) {
      if (isPublic(website)) publicUrls.add(urlKey(website.url));
      else secrets.push({ file, kind: 'url', value: urlKey(website.url) });
    }
    for (const { email, ...rest } of contact.emails)
      if (!isPublic(rest)) secrets.push({ file, kind: 'text', value: email });
    for (const { address1, ...rest } of contact.addresses)
      if (!isPublic(rest)) secrets.push({ file, kind: 'text', value: address1 });
  }
  const said = publicWords(content);
  // A single sentence may stand in a note and in public words alike; a longer note is never public.
  const isSaidNote = ({ value }: Secret): boolean =>
    !/[.!?]\s/.test(value.trim()) && said.some((text) => text.includes(value.trim()));
  const isSaidText = ({ value }: Secret): boolean => said.includes(value.trim());
  secrets.push(
    ...notes(content).filter((note) => !isSaidNote(note)),
    ...hiddenTexts(content).filter((text) => !isSaidText(text)),
  );
  return {
    publicPhones,
    shownPhones,
    secrets: secrets.filter(
      ({ kind, value }) => !(kind === 'phone' && publicPhones.has(value)) && !(kind === 'url' && publicUrls.has(value)),
    ),
  };
}

/** A web address as one compares it: no protocol, no www, no slash at the end. */
function urlKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

/** Notes are for the editors alone, wherever they stand in a record. */
function notes(content: Content): Secret[] {
  const found: Secret[] = [];
  const visit = (file: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'note' && typeof inner === 'string' && inner.length >= shortest.note)
        found.push({ file, kind: 'text', value: inner });
      else visit(file, inner);
    }
  };
  for (const kind of recordKinds)
    for (const [id, record] of content.records[kind]) visit(`content/${kind}/${id}.yaml`, record);
  return found;
}

/** Whole texts that public records say: the same words elsewhere are no secret. */
function publicWords(content: Content): readonly string[] {
  const words = localeCodes
    .flatMap((locale) =>
      textKinds.flatMap((kind) =>
        [...(content.texts[locale]?.[kind] ?? new Map<string, object>())].filter(([id]) =>
          isPublicRecord(content, kind, id),
        ),
      ),
    )
    .flatMap(([, text]) => Object.values(text as Record<string, string | readonly string[]>).flat());
  return words.map((text) => text.trim());
}

function isPublicRecord(content: Content, kind: RecordKind, id: string): boolean {
  return (content.records[kind].get(id) as { visibility?: string } | undefined)?.visibility === 'public';
}

/** Sentences of records and pages that are not public; not their names, which others may use too. */
function hiddenTexts(content: Content): Secret[] {
  const names = new Set(['name', 'tabTitle', 'title']);
  const records = localeCodes.flatMap((locale) =>
    textKinds.flatMap((kind) =>
      [...(content.texts[locale]?.[kind] ?? new Map<string, object>())]
        .filter(([id]) => !isPublicRecord(content, kind, id))
        .flatMap(([id, words]) =>
          Object.entries(words as Record<string, string | readonly string[]>)
            .filter(([field]) => !names.has(field))
            .flatMap(([, value]) => value)
            .map((value): Secret => ({ file: `content/texts/${locale}/${kind}/${id}.yaml`, kind: 'text', value })),
        ),
    ),
  );
  const pages = content.pages
    .filter((page) => page.meta.visibility !== 'public')
    .map((page): Secret => ({ file: page.file, kind: 'text', value: page.meta.description }));
  return [...records, ...pages].filter(({ value }) => value.length >= shortest.words);
}
