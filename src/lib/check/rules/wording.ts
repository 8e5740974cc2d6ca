import { findPhones } from '../../contact/find-phones.ts';
import type { LoadedContent } from '../../content/load-content.ts';
import { onLine, type Rule } from '../rule.ts';

interface Words {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Short numbers that are also names: everybody knows them, and the dist scan checks them too. */
const namesThatAreNumbers = new Set(['112', '113']);

/** A number in a text is a copy that nobody mends when the number changes. */
export const phoneInProse: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text }) =>
    findPhones(text)
      .filter(({ written }) => !namesThatAreNumbers.has(written))
      .map(({ written }) =>
        onLine(
          file,
          line,
          'phone-in-prose',
          `Er staat een telefoonnummer in de tekst: ${written}.`,
          'Haal het weg. Nummers staan in content/contacts; in een pagina gebruik je <Phone contact="…" /> of <Service id="…" />.',
        ),
      ),
  );

const webAddress = /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:nl|com|org|net|eu|info|be|nu)\b(?!\w)/i;
const mailAddress = /\b[\w.+-]+@[\w-]+\.\w+/;

/** The same holds for addresses on the web and of mail. */
export const addressInProse: Rule = (loaded) =>
  wordsOf(loaded).flatMap(({ file, line, text }) => {
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
    const web = webAddress.exec(text);
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
      const hidden = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B\u2028-\u202E\u2060-\u2069\uFEFF]/.exec(text);
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

/** Everything a visitor reads, with its line: texts, pages and strings of the interface. */
function wordsOf(loaded: LoadedContent): Words[] {
  const texts = loaded.files
    .filter((file) => /^content\/(?:texts|interface)\//.test(file.path) && !file.path.endsWith('/activity-labels.yaml'))
    .flatMap((file) => file.text.split('\n').map((text, index) => ({ file: file.path, line: index + 1, text })));
  const pages = [...loaded.pageWords].flatMap(([file, words]) => words.map((word) => ({ file, ...word })));
  const frontmatter = loaded.content.pages.flatMap((page) =>
    (['title', 'tabTitle', 'description'] as const).map((field) => ({
      file: page.file,
      line: loaded.locate(page.file, [field]).line,
      text: page.meta[field],
    })),
  );
  return [...texts, ...pages, ...frontmatter];
}
