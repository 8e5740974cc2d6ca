import { localeCodes, sourceLocale } from '../../../domain/locales.ts';
import { fileOfUnit } from '../../translation/stamp.ts';
import { stateOf, unitsOf } from '../../translation/units.ts';
import { onLine, type Rule } from '../rule.ts';
import { translatedWords } from './wording.ts';

/** What the site never says, in each language. What people type themselves may be called so. */
export const neverSaid: Rule = (loaded) => {
  const terms = [...loaded.content.records.glossary];
  const never = new Map(
    localeCodes.map((locale) => [
      locale,
      terms.flatMap(([, { never: words, say, why }]) =>
        (words?.[locale] ?? []).map((word) => ({ word, say: say?.[locale]?.[0], why, pattern: patternOf(word) })),
      ),
    ]),
  );
  return translatedWords(loaded).flatMap(({ locale, file, line, text }) =>
    (never.get(locale) ?? [])
      .filter(({ pattern }) => pattern.test(text))
      .map(({ word, say, why }) =>
        onLine(
          file,
          line,
          'never-said',
          `Dit zegt de site nooit: "${word.replace('*', '')}". ${why}`,
          say ? `Schrijf liever: ${say}.` : 'Kies een ander woord.',
        ),
      ),
  );
};

/** A name of an organisation stays what it is: someone will see it on a door. */
export const keptNames: Rule = (loaded) => {
  const names = [...loaded.content.records.glossary].filter(([, { keep }]) => keep);
  const byFile = new Map<string, string>();
  for (const { file, text } of translatedWords(loaded)) byFile.set(file, `${byFile.get(file) ?? ''}\n${text}`);
  return unitsOf(loaded.content).flatMap((unit) => {
    if (unit.startsWith('interface/') || unit === 'activity-labels') return [];
    const source = byFile.get(fileOfUnit(unit, sourceLocale)) ?? '';
    return localeCodes.flatMap((locale) => {
      const state = stateOf(loaded.content, unit, locale);
      if (state !== 'machine' && state !== 'reviewed') return [];
      const file = fileOfUnit(unit, locale);
      const text = plain(byFile.get(file) ?? '');
      return names
        .filter(([, { term }]) => source.includes(term) && !text.includes(plain(term)))
        .map(([, { term, why }]) =>
          onLine(
            file,
            1,
            'name-not-kept',
            `In het Nederlands staat "${term}", in deze vertaling niet. ${why}`,
            `Laat "${term}" staan en leg het zo nodig uit.`,
          ),
        );
    });
  });
};

/** Without accents: in Hungarian CoMensha becomes CoMenshánál when one is there. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** A word as a whole, or what begins with it; letters of any script. */
function patternOf(word: string): RegExp {
  const begins = word.endsWith('*');
  const plain = (begins ? word.slice(0, -1) : word).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${plain}${begins ? '' : '(?!\\p{L})'}`, 'iu');
}
