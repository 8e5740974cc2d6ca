import { placeholder } from '../../../domain/placeholder.ts';
import { textKinds } from '../../../domain/kinds.ts';
import { localeCodes } from '../../../domain/locales.ts';
import { publicRecords } from '../../content/public-records.ts';
import { fileOf } from '../../content/load-content.ts';
import { at, onLine, type Rule } from '../rule.ts';

const message = 'Hier staat nog de tekst waarmee "npm run new" begint, en dit is openbaar.';
const cure = 'Schrijf de tekst, of zet visibility: hidden terug tot het af is.';

/** What `npm run new` wrote must be written anew before it is shown. */
export const placeholdersHidden: Rule = (loaded) => {
  const { content } = loaded;
  const inTexts = localeCodes.flatMap((locale) =>
    textKinds.flatMap((kind) =>
      publicRecords(content, kind).flatMap(([id]) =>
        Object.entries(content.texts[locale]?.[kind].get(id) ?? {})
          .filter(([, text]) => [text].flat().includes(placeholder.text))
          .map(([field]) => at(loaded, fileOf.text(locale, kind, id), [field], 'placeholder-shown', message, cure)),
      ),
    ),
  );
  const inPages = content.pages
    .filter((page) => page.meta.visibility === 'public')
    .flatMap((page) => [
      ...(page.meta.description === placeholder.text
        ? [at(loaded, page.file, ['description'], 'placeholder-shown', message, cure)]
        : []),
      ...(loaded.pageWords.get(page.file) ?? [])
        .filter(({ text }) => text.trim() === placeholder.text)
        .map(({ line }) => onLine(page.file, line, 'placeholder-shown', message, cure)),
    ]);
  const inContacts = [...content.records.contacts]
    .filter(([, contact]) => contact.visibility === 'public')
    .flatMap(([id, contact]) =>
      contact.phones.flatMap((phone, index) =>
        phone.number === placeholder.phone
          ? [
              at(
                loaded,
                fileOf.record('contacts', id),
                ['phones', index, 'number'],
                'placeholder-shown',
                'Dit is het voorbeeldnummer van "npm run new".',
                'Zet het echte nummer erin, of haal het blokje weg.',
              ),
            ]
          : [],
      ),
    );
  return [...inTexts, ...inPages, ...inContacts];
};
