import text from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import textExt from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url';
import headings from '@fontsource/literata/files/literata-latin-500-normal.woff2?url';
import headingsCyrillic from '@fontsource/literata/files/literata-cyrillic-500-normal.woff2?url';
import headingsExt from '@fontsource/literata/files/literata-latin-ext-500-normal.woff2?url';
import textCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import textCyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff2?url';
import type { Letters } from '../domain/locales.ts';

/**
 * The fonts that every page of a language asks for, whatever stands on it and whatever is typed: so that a
 * request for a font tells no more than the language. Arabic uses the faces of the machine: ours would cost a
 * prepaid phone 100 kB, and every phone sold with Arabic has good ones.
 */
export const fontsOf: Readonly<Record<Letters, readonly string[]>> = {
  latin: [text, headings],
  'latin-ext': [text, headings, textExt, headingsExt],
  cyrillic: [text, headings, textCyrillic, textCyrillicBold, headingsCyrillic],
  arabic: [text, headings],
};
