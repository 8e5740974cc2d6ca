import type { PageTable } from '../../domain/full-text.ts';
import { isLocale, type Locale } from '../../domain/locales.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

/** The names of Pagefind's files that a visitor's browser loads, by what they are. */
const loaded: readonly RegExp[] = [
  /^pagefind-entry\.json$/,
  /^pagefind\.[a-z]+_[\da-f]+\.pf_meta$/,
  /^wasm\.(?!unknown\.)[a-z]+\.pagefind$/,
  /^index\/[a-z]+_[\da-f]+\.pf_index$/,
];

/** Whether a file of Pagefind belongs on the site. Its own pages hold markup made of strings and stay away. */
export function isLoaded(path: string): boolean {
  return loaded.some((name) => name.test(path));
}

/** The program of languages whose words Pagefind cannot stem, such as Bulgarian. */
const commonProgram = 'wasm.unknown.pagefind';

/** Which files of Pagefind belong on the site with these languages. */
export function filesFor(paths: readonly string[], locales: readonly string[]): string[] {
  const isNeeded = locales.some((locale) => !paths.includes(`wasm.${locale}.pagefind`));
  return paths.filter((path) => isLoaded(path) || (isNeeded && path === commonProgram));
}

/** Which of the files on the site a page of a language loads: its own, and what all share. */
export function loadedBy(locale: string, paths: readonly string[]): string[] {
  const ownProgram = paths.includes(`wasm.${locale}.pagefind`);
  return paths.filter((path) =>
    path === commonProgram ? !ownProgram : [undefined, locale].includes(languageOf(path)),
  );
}

/** The language of a loaded file, undefined for the one that all share. */
export function languageOf(path: string): Locale | undefined {
  const code = /^(?:pagefind\.|wasm\.|index\/)?([a-z]{2,3})[_.]/.exec(path)?.[1] ?? '';
  return isLocale(code) ? code : undefined;
}

/** The list of languages that Pagefind reads first, in one order: it writes them in any. */
export function sortedEntry(json: string): string {
  const entry = JSON.parse(json) as { languages: Record<string, unknown> };
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => byCodeUnit(a, b)));
  return JSON.stringify({ ...entry, languages });
}

/** The id of a page in the index, by the name of its fragment: `fragment/nl_d44743c.pf_fragment`. */
export function fragmentId(path: string): string | undefined {
  return /^fragment\/([a-z]+_[\da-f]+)\.pf_fragment$/.exec(path)?.[1];
}

/**
 * What is wrong with the files of an index, in plain words; empty when nothing is. One index file a
 * language is what keeps requests from telling what was typed, and it hangs on a setting of Pagefind
 * that is called unstable.
 */
export function filesFaults(paths: readonly string[], tables: Readonly<Record<string, PageTable>>): string[] {
  return Object.entries(tables).flatMap(([locale, table]) => {
    const count = (start: string, ending: string): number =>
      paths.filter((path) => path.startsWith(`${start}${locale}`) && path.endsWith(ending)).length;
    return [
      ...(count('index/', '.pf_index') === 1 ? [] : [`${locale}: not one index file`]),
      ...(count('pagefind.', '.pf_meta') === 1 ? [] : [`${locale}: not one list of pages`]),
      ...(count('wasm.', '.pagefind') === 1 || paths.includes(commonProgram) ? [] : [`${locale}: not one program`]),
      ...(Object.keys(table).length > 0 ? [] : [`${locale}: no page`]),
      ...Object.keys(table)
        .filter((id) => !id.startsWith(`${locale}_`))
        .map((id) => `${locale}: ${id}`),
    ];
  });
}
