import type { Locale } from '../domain/locales.ts';
import { themeNames, type Question, type QuestionText, type Theme } from '../domain/question.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { content } from './content.ts';
import { pagesIn, type ShownPage } from './doors.ts';
import { wordsOf, writtenIn } from './words.ts';

export interface ShownQuestion {
  readonly id: string;
  readonly question: Question;
  readonly words: QuestionText;
  /** Language of the words. */
  readonly written: Locale;
  readonly pages: readonly ShownPage[];
}

const urgencies: readonly Question['urgency'][] = ['acute', 'today', 'calm'];

/** Every need that is public, by theme; within a theme the most urgent first, then by label. */
export function questionsByTheme(locale: Locale): { theme: Theme; questions: ShownQuestion[] }[] {
  const pages = pagesIn(locale);
  const all = publicRecords(content, 'questions').map(([id, question]) => ({
    id,
    question,
    words: wordsOf('questions', id, locale),
    written: writtenIn('questions', id, locale),
    pages: question.pages.flatMap((path) => pages.filter(({ page }) => page.path === path)),
  }));
  return themeNames
    .map((theme) => ({
      theme,
      questions: all
        .filter(({ question }) => question.theme === theme)
        .sort(
          (a, b) =>
            urgencies.indexOf(a.question.urgency) - urgencies.indexOf(b.question.urgency) ||
            byCodeUnit(a.words.label, b.words.label),
        ),
    }))
    .filter(({ questions }) => questions.length > 0);
}
