import type { Letters } from '../../domain/locales.ts';

/** A language as its row in the table of languages needs it. */
export interface NewLanguage {
  /** Two or three letters, as BCP 47 writes them. */
  readonly code: string;
  readonly ownName: string;
  readonly dir: 'ltr' | 'rtl';
  readonly letters: Letters;
  readonly fallback: readonly string[];
}

/**
 * The table of languages (the text of src/domain/locales.ts) with one more row, not offered yet. Throws when
 * the table has no end that it knows, so that nothing is written half.
 */
export function withLanguage(table: string, { code, ownName, dir, letters, fallback }: NewLanguage): string {
  const end = '} as const satisfies Record<string, LocaleEntry>;';
  if (!table.includes(end)) throw new Error('No table of languages in src/domain/locales.ts');
  const quoted = fallback.map((one) => `'${one}'`).join(', ');
  const row = `  ${code}: { ownName: '${ownName.replaceAll("'", "\\'")}', dir: '${dir}', letters: '${letters}', offered: false, complete: false, fallback: [${quoted}] },\n`;
  return table.replace(end, `${row}${end}`);
}

/** What is known of a language without asking: its name as its speakers write it, and which way it is written. */
export function languageOf(code: string, fallback: readonly string[]): NewLanguage {
  const name = new Intl.DisplayNames(code, { type: 'language', fallback: 'code' }).of(code) ?? code;
  const script = new Intl.Locale(code).maximize().script ?? '';
  return {
    code,
    ownName: name.charAt(0).toLocaleUpperCase(code) + name.slice(1),
    dir: rightToLeft.has(script) ? 'rtl' : 'ltr',
    letters: lettersOf[script] ?? 'latin-ext',
    fallback,
  };
}

/** Scripts that run from right to left, as ISO 15924 names them. */
const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** Fonts by script; every other script takes the fonts of the machine, and then the letters do no harm. */
const lettersOf: Readonly<Record<string, Letters>> = { Cyrl: 'cyrillic', Arab: 'arabic' };
