import { localeCodes, type Locale } from '../../../domain/locales.ts';
import { fold } from '../../contact/fold.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { fileOf } from '../../content/load-content.ts';
import { publicRecords } from '../../content/public-records.ts';
import { at, type Rule } from '../rule.ts';

/** What may come first when life or safety is in danger. */
const emergencyServices: ReadonlySet<string> = new Set([
  'noodnummer-112',
  'centrum-seksueel-geweld',
  'zelfmoordpreventie-113',
  'veilig-thuis',
]);

/** Least number of wordings of a need: enough for a ranker to know it by. */
const leastWordings = (locale: Locale): number => (manyWordings.has(locale) ? 10 : 6);
const manyWordings: ReadonlySet<string> = new Set(['nl', 'en']);

/** A need leads to pages that are there. */
export const questionPages: Rule = (loaded) => {
  const pages = new Set(
    loaded.content.pages.filter((page) => page.meta.visibility === 'public').map((page) => page.path),
  );
  return [...loaded.content.records.questions].flatMap(([id, question]) =>
    question.pages.flatMap((path, index) => {
      if (pages.has(path)) return [];
      const near = didYouMean(path, pages);
      return [
        at(
          loaded,
          fileOf.record('questions', id),
          ['pages', index],
          'unknown-page',
          `De pagina "${path}" is er niet.`,
          near ? `Bedoel je "${near}"?` : 'Schrijf map/naam van een pagina die er is, zoals work/check.',
        ),
      ];
    }),
  );
};

/** What a need leads to may be seen. */
export const questionTargets: Rule = (loaded) => {
  const { services, resources } = loaded.content.records;
  const hidden = (record: { visibility: string } | undefined) => record !== undefined && record.visibility !== 'public';
  return publicRecords(loaded.content, 'questions').flatMap(([id, question]) => [
    ...question.services.flatMap((service, index) =>
      hidden(services.get(service.id)) ? [notShown(id, ['services', index, 'id'], service.id)] : [],
    ),
    ...question.resources.flatMap((resource, index) =>
      hidden(resources.get(resource)) ? [notShown(id, ['resources', index], resource)] : [],
    ),
  ]);

  function notShown(id: string, path: (string | number)[], target: string) {
    return at(
      loaded,
      fileOf.record('questions', id),
      path,
      'hidden-shown',
      `"${target}" is niet openbaar (visibility), maar deze vraag wil het tonen.`,
      'Haal het uit de lijst, of maak het openbaar.',
    );
  }
};

/** In danger the first answer is one that is there day and night. */
export const dangerFirst: Rule = (loaded) =>
  [...loaded.content.records.questions].flatMap(([id, question]) => {
    const first = question.services[0];
    if (question.urgency !== 'acute' || first === undefined || emergencyServices.has(first.id)) return [];
    return [
      at(
        loaded,
        fileOf.record('questions', id),
        ['services', 0, 'id'],
        'danger-not-first',
        `Bij gevaar (urgency: acute) staat "${first.id}" bovenaan.`,
        `Zet een van deze bovenaan: ${[...emergencyServices].join(', ')}.`,
      ),
    ];
  });

/** A need is known by enough wordings, and no wording belongs to two needs. */
export const wordingsOfNeeds: Rule = (loaded) =>
  localeCodes.flatMap((locale) => {
    const seen = new Map<string, string>();
    return [...(loaded.content.texts[locale]?.questions ?? [])].flatMap(([id, words]) => {
      const file = fileOf.text(locale, 'questions', id);
      const twice = words.wordings.flatMap((wording, index) => {
        const key = fold(wording)
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} ]/gu, '')
          .trim();
        const other = seen.get(key);
        seen.set(key, other ?? id);
        return other === undefined
          ? []
          : [
              at(
                loaded,
                file,
                ['wordings', index],
                'double-wording',
                `Deze woorden staan al bij "${other}": ${wording}`,
                'Laat ze staan bij de vraag waar ze het best passen, en haal ze hier weg.',
              ),
            ];
      });
      const least = leastWordings(locale);
      return words.wordings.length >= least
        ? twice
        : [
            ...twice,
            at(
              loaded,
              file,
              ['wordings'],
              'few-wordings',
              `Deze vraag heeft maar ${String(words.wordings.length)} manieren om hem te stellen.`,
              `Schrijf er minstens ${String(least)}: losse woorden, zinnen, straattaal, een verhaal.`,
            ),
          ];
    });
  });

/** Every service can be asked for: what no need leads to, the finder never finds. */
export const servicesAreAskedFor: Rule = (loaded) => {
  const asked = new Set(
    publicRecords(loaded.content, 'questions').flatMap(([, question]) => question.services.map(({ id }) => id)),
  );
  return publicRecords(loaded.content, 'services')
    .filter(([id]) => !asked.has(id))
    .map(([id]) =>
      at(
        loaded,
        fileOf.record('services', id),
        [],
        'service-never-found',
        `Geen enkele vraag in content/questions leidt naar "${id}".`,
        'Noem deze hulp bij een vraag, of maak een nieuwe vraag: npm run new -- questions naam.',
      ),
    );
};

/** A group of words also means only groups that are there, and no word stands twice in one group. */
export const wordGroupsAreWhole: Rule = (loaded) =>
  localeCodes.flatMap((locale) => {
    const groups = loaded.content.wordGroups[locale] ?? {};
    const names = Object.keys(groups);
    const file = fileOf.wordGroups(locale);
    return Object.entries(groups).flatMap(([name, { words, alsoMeans = [] }]) => [
      ...alsoMeans.flatMap((other, index) => {
        if (other in groups && other !== name) return [];
        const near = didYouMean(other, names);
        return [
          at(
            loaded,
            file,
            [name, 'alsoMeans', index],
            'unknown-group',
            other === name ? `De groep "${name}" noemt zichzelf.` : `De groep "${other}" is er niet.`,
            near && other !== name
              ? `Bedoel je "${near}"?`
              : 'Noem een groep die in dit bestand staat, of haal de naam weg.',
          ),
        ];
      }),
      ...words.flatMap((word, index) =>
        words.indexOf(word) === index
          ? []
          : [
              at(
                loaded,
                file,
                [name, 'words', index],
                'double-word',
                `"${word}" staat twee keer in de groep "${name}".`,
                'Laat er één staan.',
              ),
            ],
      ),
    ]);
  });
