import { aboutFolder } from '../../../domain/page.ts';
import { sourceLocale } from '../../../domain/locales.ts';
import type { Page } from '../../../domain/content.ts';
import { p90, sentencesIn, type Sentence } from '../../readability/sentences.ts';
import type { LoadedContent } from '../../content/load-content.ts';
import { onLine, type Rule } from '../rule.ts';

/** Words in a sentence, on a Dutch page for visitors: nine of ten sentences, and every one. */
export const readingLimits = { p90: 15, longest: 25 } as const;

/** Every sentence of a page with its line; what stands in tables too. */
export function sentencesOf(loaded: LoadedContent, page: Page): (Sentence & { readonly line: number })[] {
  return (loaded.pageBlocks.get(page.file) ?? []).flatMap(({ text, line }) =>
    sentencesIn(text).map((sentence) => ({ ...sentence, line })),
  );
}

/** Dutch pages for visitors: these are what the limits were made for, and what translations start from. */
export function isForVisitors(loaded: LoadedContent, page: Page): boolean {
  if (page.folder === aboutFolder) return true;
  return [...loaded.content.records.doors.values()].some(
    (door) => door.slug === page.folder && door.audience === 'visitors',
  );
}

export const shortSentences: Rule = (loaded) =>
  loaded.content.pages
    .filter((page) => page.locale === sourceLocale && isForVisitors(loaded, page))
    .flatMap((page) => {
      const sentences = sentencesOf(loaded, page);
      const long = sentences.filter(({ words }) => words > readingLimits.longest);
      const value = p90(sentences.map(({ words }) => words));
      return [
        ...long.map(({ text, words, line }) =>
          onLine(
            page.file,
            line,
            'long-sentence',
            `Deze zin heeft ${String(words)} woorden: "${text.slice(0, 60)} …"`,
            `Maak er twee zinnen van. Een zin heeft hier hooguit ${String(readingLimits.longest)} woorden, liefst minder dan ${String(readingLimits.p90)}.`,
          ),
        ),
        ...(value > readingLimits.p90
          ? [
              onLine(
                page.file,
                1,
                'long-sentences',
                `Te veel lange zinnen op deze pagina: van elke tien zinnen is er meer dan één langer dan ${String(readingLimits.p90)} woorden.`,
                'Knip de langste zinnen in tweeën.',
              ),
            ]
          : []),
      ];
    });
