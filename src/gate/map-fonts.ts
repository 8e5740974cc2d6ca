import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureWith, type Face, type FontFiles, type Measure } from '../lib/mindmap/measure.ts';

type Names = Readonly<Record<Face, readonly string[]>>;

/** The files that visitors get, on every page the same: what is measured. */
const served: Names = {
  sans: ['@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'],
  serif: ['@fontsource/literata/files/literata-latin-500-normal.woff2'],
};

/** The same letters in a format that can be embedded and outlined; tests/unit holds the widths equal. */
const embedded: Names = {
  sans: ['@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff'],
  serif: ['@fontsource/literata/files/literata-latin-500-normal.woff'],
};

const latin: Names = {
  sans: ['@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff'],
  serif: ['@fontsource/literata/files/literata-latin-ext-500-normal.woff'],
};
const cyrillic: Names = {
  sans: ['@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff'],
  serif: ['@fontsource/literata/files/literata-cyrillic-500-normal.woff'],
};
const arabic: Names = {
  sans: ['@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff'],
  serif: ['@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff'],
};

/**
 * The one place for letters that the two faces of the house lack: which files a language needs besides. Pages
 * do not serve them, the fonts of the machine take over there; a drawing is measured with them, and a poster
 * holds them. Any other language gets the letters of Latin with marks.
 */
const besides: Readonly<Record<string, Names>> = {
  nl: { sans: [], serif: [] },
  en: { sans: [], serif: [] },
  ar: arabic,
  fa: arabic,
  bg: cyrillic,
  ru: cyrillic,
  uk: cyrillic,
};

/** Files of each face in a language: those of the house first, then what they lack. */
function fontsFor(locale: string): { served: Names; embedded: Names } {
  const more = besides[locale] ?? latin;
  const withMore = ({ sans, serif }: Names): Names => ({
    sans: [...sans, ...more.sans],
    serif: [...serif, ...more.serif],
  });
  return { served: withMore(served), embedded: withMore(embedded) };
}

async function read(project: string, names: Names): Promise<FontFiles> {
  const files = (list: readonly string[]): Promise<Uint8Array[]> =>
    Promise.all(list.map(async (name) => new Uint8Array(await readFile(join(project, 'node_modules', name)))));
  return { sans: await files(names.sans), serif: await files(names.serif) };
}

/** Measures texts of a language with the fonts that are served. */
export async function servedMeasure(project: string, locale: string): Promise<Measure> {
  return measureWith(await read(project, fontsFor(locale).served));
}

/** The fonts of a language as they are put into a PDF. */
export async function embeddedFonts(project: string, locale: string): Promise<FontFiles> {
  return read(project, fontsFor(locale).embedded);
}
