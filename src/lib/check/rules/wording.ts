import { recordKinds, textKinds } from '../../../domain/kinds.ts';
import { isLocale, localeCodes, type Locale } from '../../../domain/locales.ts';
import { findPhones, namesThatAreNumbers } from '../../contact/find-phones.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import type { FieldPath } from '../../content/read-yaml.ts';
import { onLine, type Rule } from '../rule.ts';

interface Words {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Names and titles are as their owner writes them; some names are a web address. */
  readonly isName?: boolean;
  /** The field of a text in which it stands. */
  readonly field?: string | undefined;
}

/** A number in a text is a copy that nobody mends when the number changes. */
export const phoneInProse: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text }) =>
    findPhones(text)
      .filter((written) => !namesThatAreNumbers.has(written))
      .map((written) =>
        onLine(
          file,
          line,
          'phone-in-prose',
          `Er staat een telefoonnummer in de tekst: ${written}.`,
          'Haal het weg. Nummers staan in content/contacts; in een pagina gebruik je <Phone contact="…" /> of <Service id="…" />.',
        ),
      ),
  );

const webAddress =
  /\b(?:https?:\/\/|www\.)\S{1,200}|(?<![\w.-])[a-z0-9-]{1,63}\.(?:nl|com|org|net|eu|info|be|nu)\b(?!\w)/i;
const mailAddress = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,}/;

/** The same holds for addresses on the web and of mail. */
export const addressInProse: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text, isName }) => {
    const mail = mailAddress.exec(text);
    if (mail)
      return [
        onLine(
          file,
          line,
          'mail-in-prose',
          `Er staat een e-mailadres in de tekst: ${mail[0]}.`,
          'Haal het weg. E-mailadressen staan in content/contacts.',
        ),
      ];
    const web = isName ? null : webAddress.exec(text);
    return web
      ? [
          onLine(
            file,
            line,
            'url-in-prose',
            `Er staat een webadres in de tekst: ${web[0]}.`,
            'Haal het weg. Webadressen staan in content/contacts of content/sources.',
          ),
        ]
      : [];
  });

/** Words of records are words, not HTML. */
export const htmlInTexts: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text }) => {
    const tag = /<\/?[a-z!][^>]*>?/i.exec(text);
    return tag && !file.endsWith('.mdx')
      ? [
          onLine(
            file,
            line,
            'html-in-text',
            `Er staat HTML in de tekst: ${tag[0]}.`,
            'Haal het weg; schrijf gewone tekst.',
          ),
        ]
      : [];
  });

/** Characters nobody sees can split a number or turn a word around. */
export const invisibleCharacters: Rule = (loaded) =>
  loaded.files.flatMap((file) =>
    file.text.split('\n').flatMap((text, index) => {
      const hidden =
        /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u3164\uFE00-\uFE0F\uFEFF\uFFFD\u{E0000}-\u{E007F}]|(?<!\p{L})[\u200C\u200D]|[\u200C\u200D](?!\p{L})/u.exec(
          text,
        );
      if (!hidden) return [];
      const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
      return [
        onLine(
          file.path,
          index + 1,
          'invisible-character',
          `Er staat een onzichtbaar teken in deze regel (U+${code}, plaats ${String(hidden.index + 1)}).`,
          'Typ de regel opnieuw in plaats van hem te plakken.',
        ),
      ];
    }),
  );

/** Everything a visitor reads, decoded, with its line: texts, pages, names and strings of the interface. */
function wordsOf(loaded: LoadedContent): Words[] {
  const { content } = loaded;
  const texts = localeCodes.flatMap((locale) =>
    textKinds.flatMap((kind) =>
      [...(content.texts[locale]?.[kind] ?? new Map<string, object>())].flatMap(([id, words]) =>
        strings(loaded, fileOf.text(locale, kind, id), words),
      ),
    ),
  );
  const interfaces = localeCodes.flatMap((locale) =>
    strings(loaded, fileOf.interface(locale), content.interface[locale] ?? {}),
  );
  const pages = [...loaded.pageWords].flatMap(([file, words]) => words.map((word) => ({ file, ...word })));
  const frontmatter = content.pages.flatMap(({ file, meta: { title, tabTitle, description } }) =>
    strings(loaded, file, { title, tabTitle, description }),
  );
  const names = recordKinds.flatMap((kind) =>
    [...content.records[kind]].flatMap(([id, record]) => {
      const { name, title, publisher, label } = record as Partial<
        Record<'name' | 'title' | 'publisher' | 'label', string>
      >;
      return strings(loaded, fileOf.record(kind, id), { name, title, publisher, label }).map((word) => ({
        ...word,
        isName: true,
      }));
    }),
  );
  return [...texts, ...interfaces, ...pages, ...frontmatter, ...names];
}

/** Every text a visitor reads that is written in a language, without how people ask. */
export function translatedWords(loaded: LoadedContent): (Words & { locale: Locale })[] {
  return wordsOf(loaded).flatMap((words) => {
    const locale = /^content\/(?:pages|texts|interface)\/([a-z]{2,3})[./]/.exec(words.file)?.[1] ?? '';
    return !isLocale(locale) || words.field === 'wordings' ? [] : [{ ...words, locale }];
  });
}

/** Every string inside a value, with the line of its field. */
function strings(loaded: LoadedContent, file: string, value: unknown, path: FieldPath = []): Words[] {
  if (typeof value === 'string')
    return [{ ...loaded.locate(file, path), text: value, field: path[0] === undefined ? undefined : String(path[0]) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(loaded, file, inner, [...path, key]));
}
