import { recordKinds, textKinds } from '../../../domain/kinds.ts';
import { isLocale, localeCodes, type Locale } from '../../../domain/locales.ts';
import type { Problem } from '../../../domain/problem.ts';
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
  /** Whether it is a whole paragraph, whose pieces are judged by themselves too. */
  readonly isRun?: boolean;
  /** The field of a text in which it stands. */
  readonly field?: string | undefined;
}

/** A number in a text is a copy that nobody mends when the number changes. */
export const phoneInProse: Rule = (loaded) => {
  const seen = new Set<string>();
  return [...wordsOf(loaded), ...runsOf(loaded)].flatMap(({ file, line, text, isRun }) =>
    findPhones(text)
      .filter((written) => !namesThatAreNumbers.has(written))
      .filter((written) => {
        const isKnown = isRun === true && seen.has(`${file} ${written}`);
        seen.add(`${file} ${written}`);
        return !isKnown;
      })
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
};

/** Whole paragraphs of pages: a number of which half is in bold is one number to whoever reads it. */
export function runsOf(loaded: LoadedContent): Words[] {
  return [...loaded.pageRuns].flatMap(([file, runs]) => runs.map((run) => ({ file, ...run, isRun: true })));
}

const webAddress =
  /\b(?:https?:\/\/|www\.)\S{1,200}|(?<![\w.-])[a-z0-9-]{1,63}\.(?:nl|com|org|net|eu|info|be|nu)\b(?!\w)/i;
const mailAddress = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,}/;

/** The same holds for addresses on the web and of mail. */
export const addressInProse: Rule = (loaded) => {
  const told = new Set<string>();
  return [...wordsOf(loaded), ...runsOf(loaded)].flatMap(({ file, line, text, isName, isRun }) => {
    const mail = mailAddress.exec(text)?.[0];
    const web = isName ? undefined : webAddress.exec(text)?.[0];
    const found = mail ?? web;
    if (found === undefined || (isRun === true && told.has(`${file} ${found}`))) return [];
    told.add(`${file} ${found}`);
    return mail === undefined
      ? [
          onLine(
            file,
            line,
            'url-in-prose',
            `Er staat een webadres in de tekst: ${found}.`,
            'Haal het weg. Webadressen staan in content/contacts of content/sources.',
          ),
        ]
      : [
          onLine(
            file,
            line,
            'mail-in-prose',
            `Er staat een e-mailadres in de tekst: ${found}.`,
            'Haal het weg. E-mailadressen staan in content/contacts.',
          ),
        ];
  });
};

/** Words of records and titles of pages are words, not HTML. The text of a page is judged where it is parsed. */
export const htmlInTexts: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text, field }) => {
    const tag = /<\/?[a-z!?][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i.exec(text);
    return tag && (field !== undefined || !file.endsWith('.mdx'))
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

/** Characters nobody sees; those that join letters are right between letters. */
const hiddenCharacter =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u3164\uFE00-\uFE0F\uFEFF\uFFFD\u{E0000}-\u{E007F}]|(?<!\p{L})[\u200C\u200D]|[\u200C\u200D](?!\p{L})/u;

/** Characters nobody sees can split a number or turn a word around, in the file itself or written as an escape. */
export const invisibleCharacters: Rule = (loaded) => {
  const raw = loaded.files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => hiddenIn(path, index + 1, line)),
  );
  const seen = new Set(raw.map(({ file }) => file));
  const decoded = wordsOf(loaded)
    .filter(({ file }) => !seen.has(file))
    .flatMap(({ file, line, text }) => hiddenIn(file, line, text.replaceAll('\n', ' ')));
  return [...raw, ...decoded];
};

function hiddenIn(file: string, line: number, text: string): Problem[] {
  const hidden = hiddenCharacter.exec(text);
  if (!hidden) return [];
  const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return [
    onLine(
      file,
      line,
      'invisible-character',
      `Er staat een onzichtbaar teken in deze regel (U+${code}, plaats ${String(hidden.index + 1)}).`,
      'Typ de regel opnieuw in plaats van hem te plakken.',
    ),
  ];
}

/** Everything a visitor reads, decoded, with its line: texts, pages, names and strings of the interface. */
export function wordsOf(loaded: LoadedContent): Words[] {
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
