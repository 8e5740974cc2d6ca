import type { Content } from '../../../domain/content.ts';
import { localeCodes, offeredLocales, sourceLocale, type Locale } from '../../../domain/locales.ts';
import type { UnitKey } from '../../../domain/translation.ts';
import { languageName } from '../../i18n/format-date.ts';
import { byCodeUnit } from '../../order/by-code-unit.ts';
import { fileOfUnit } from '../../translation/stamp.ts';
import { isShown, stateOf, unitsOf } from '../../translation/units.ts';
import { onLine, type Rule } from '../rule.ts';
import { translatedWords } from './wording.ts';

/** A translation that is older than its source; one line a text, since one change makes all of them old. */
export const outdatedTranslations: Rule = (loaded) =>
  unitsOf(loaded.content).flatMap((unit) => {
    const old = offeredLocales.filter((locale) => stateOf(loaded.content, unit, locale) === 'outdated');
    if (old.length === 0 || isHidden(loaded.content, unit)) return [];
    const names = old.map((locale) => languageName(locale, sourceLocale)).join(', ');
    const shown = old.every((locale) => isShown(loaded.content, unit, locale));
    return [
      {
        code: 'translation-outdated',
        severity: 'warning' as const,
        file: fileOfUnit(unit, sourceLocale),
        line: 1,
        message: `Deze tekst is veranderd na de vertaling (${names}). ${shown ? 'Wie die taal leest, ziet erbij dat de vertaling ouder is.' : 'Wie die taal leest, krijgt zolang de Nederlandse of Engelse tekst.'}`,
        cure: `Maak de vertaling gelijk, en doe dan: npm run translations -- --made ${old[0] ?? ''} ${unit}. Veranderde er niets aan wat er staat? npm run translations -- --minor ${unit}.`,
      },
    ];
  });

function isHidden(content: Content, unit: UnitKey): boolean {
  const [kind = '', ...rest] = unit.split('/');
  const id = rest.join('/');
  if (kind === 'pages')
    return content.pages.some(
      (page) => page.locale === sourceLocale && page.path === id && page.meta.visibility !== 'public',
    );
  const records = (content.records as Partial<Record<string, ReadonlyMap<string, { visibility: string }>>>)[kind];
  const record = records?.get(id);
  return record !== undefined && record.visibility !== 'public';
}

/** Small words by which one sees that a sentence is still in another language; none is a word of the others here. */
const smallWords: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  nl: 'het een niet wordt zijn naar voor ook jij jouw hebt bent hoe waar wie wat ze hun iemand geen maar kunt'.split(
    ' ',
  ),
  en: 'the and you your are not with for what who they their can have without this that from'.split(' '),
};
/** Fewer words than this may be a name. */
const shortestSentence = 5;
/** From this part of small words on, a sentence is in that language: an ordinary one has a third to a half. */
const tooMany = 0.25;

/** What was left in Dutch or English, in a text that says it is in another language. */
export const leftOver: Rule = (loaded) =>
  translatedWords(loaded).flatMap(({ locale, file, line, text }) =>
    text.split(/(?<=[.?!:])\s+/).flatMap((sentence) => {
      const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
      if (words.length < shortestSentence) return [];
      const other = (Object.entries(smallWords) as [Locale, readonly string[]][]).find(
        ([code, small]) =>
          code !== locale && words.filter((word) => small.includes(word)).length >= tooMany * words.length,
      );
      return other
        ? [
            onLine(
              file,
              line,
              'left-over',
              `Deze zin is nog in het ${languageName(other[0], sourceLocale)}: "${sentence.slice(0, 60)}"`,
              `Vertaal hem in het ${languageName(locale, sourceLocale)}.`,
            ),
          ]
        : [];
    }),
  );

/** Quotation marks that a language writes; all others look wrong to its readers. */
const quotes: Readonly<Partial<Record<Locale, string>>> = {
  es: '«»“”',
  pt: '«»“”',
  ro: '„”«»',
  bg: '„“',
  hu: '„”»«',
  pl: '„”«»',
  ar: '«»“”',
};

export const quotationMarks: Rule = (loaded) =>
  translatedWords(loaded).flatMap(({ locale, file, line, text }) => {
    const allowed = quotes[locale];
    const wrong = allowed && /[«»“”„"]/g.exec(text.replaceAll(new RegExp(`[${allowed}]`, 'g'), ''))?.[0];
    return wrong
      ? [
          onLine(
            file,
            line,
            'quotation-mark',
            `Dit aanhalingsteken hoort niet bij het ${languageName(locale, sourceLocale)}: ${wrong}`,
            `Gebruik ${allowed.slice(0, 1)}…${allowed.slice(1, 2)}.`,
          ),
        ]
      : [];
  });

/** Hours, days, ages and amounts are the same in every language: a translation has the digits of its source. */
export const sameDigits: Rule = (loaded) => {
  const byFile = new Map<string, string[]>();
  for (const { file, text, field } of translatedWords(loaded)) {
    // An explanation of a Dutch name is the translation's own; 13:00 is 13 uur.
    const digits = field === 'explanation' ? [] : (text.replaceAll(/(?<=\d):00\b/g, '').match(/\d+/g) ?? []);
    byFile.set(file, [...(byFile.get(file) ?? []), ...digits]);
  }
  const inOrder = (file: string): string[] => [...(byFile.get(file) ?? [])].sort(byCodeUnit);
  return unitsOf(loaded.content)
    .filter((unit) => !unit.startsWith('interface/') && unit !== 'activity-labels')
    .flatMap((unit) =>
      localeCodes.flatMap((locale) => {
        const state = stateOf(loaded.content, unit, locale);
        if (state !== 'machine' && state !== 'reviewed') return [];
        const [wanted, found] = [inOrder(fileOfUnit(unit, sourceLocale)), inOrder(fileOfUnit(unit, locale))];
        if (wanted.join(' ') === found.join(' ')) return [];
        const lost = without(wanted, found);
        const own = without(found, wanted);
        return [
          onLine(
            fileOfUnit(unit, locale),
            1,
            'digits-differ',
            `De getallen zijn anders dan in het Nederlands:${lost.length > 0 ? ` hier ontbreekt ${lost.join(', ')}` : ''}${own.length > 0 ? ` hier staat ${own.join(', ')}` : ''}.`,
            'Zet dezelfde getallen, in cijfers.',
          ),
        ];
      }),
    );
};

function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((one) => {
    const place = left.indexOf(one);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
