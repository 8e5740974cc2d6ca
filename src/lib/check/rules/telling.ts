import { localeCodes, offeredLocales } from '../../../domain/locales.ts';
import { hasTellingWords, tellingWordsIn } from '../../../domain/telling-words.ts';
import { fileOf } from '../../content/load-content.ts';
import { at, type Rule } from '../rule.ts';
import { isForVisitors } from './reading.ts';

/** What a tab, a list of visited pages or a chat shows of a visitor's page gives nothing away. */
export const tellingTitles: Rule = (loaded) => {
  const { content } = loaded;
  const titles = [
    ...localeCodes.flatMap((locale) =>
      [...(content.texts[locale]?.doors ?? [])]
        .filter(([id]) => content.records.doors.get(id)?.audience === 'visitors')
        .map(([id, text]) => ({ locale, file: fileOf.text(locale, 'doors', id), title: text.tabTitle })),
    ),
    ...content.pages
      .filter((page) => isForVisitors(loaded, page))
      .map((page) => ({ locale: page.locale, file: page.file, title: page.meta.tabTitle })),
  ];
  return titles.flatMap(({ locale, file, title }) => {
    const [word] = tellingWordsIn(title, locale);
    return word === undefined
      ? []
      : [
          at(
            loaded,
            file,
            ['tabTitle'],
            'telling-title',
            `De tabtitel "${title}" verraadt waar de pagina over gaat (${word.replace('=', '')}). Wie meekijkt, leest dat.`,
            'Kies een neutrale titel die de lezer toch herkent, zoals "Brieven en geld". De kop (title) mag wel duidelijk zijn.',
          ),
        ];
  });
};

/** The same for addresses: they stay in the history of a browser. An address is judged in every language. */
export const tellingAddresses: Rule = (loaded) =>
  loaded.content.pages
    .filter((page) => isForVisitors(loaded, page))
    .flatMap((page) => {
      const word = localeCodes.flatMap((locale) => tellingWordsIn(page.path.replaceAll('-', ' '), locale))[0];
      return word === undefined
        ? []
        : [
            at(
              loaded,
              page.file,
              [],
              'telling-address',
              `De naam van dit bestand verraadt waar de pagina over gaat (${word.replace('=', '')}). Die naam is het webadres en blijft in de geschiedenis van de browser staan.`,
              'Geef het bestand in elke taal een andere, neutrale naam.',
            ),
          ];
    });

/** A language in which nobody said what must not be seen cannot be judged. */
export const tellingLanguages: Rule = () =>
  offeredLocales
    .filter((locale) => !hasTellingWords(locale))
    .map((locale) => ({
      code: 'no-telling-words',
      severity: 'warning' as const,
      file: 'src/domain/telling-words.ts',
      message: `Voor de taal ${locale} staat er niet welke woorden te veel zeggen in een tabblad of webadres.`,
      cure: 'Zet ze erbij, met iemand die de taal spreekt.',
    }));
