import type { Page } from '../../../domain/content.ts';
import { completeLocales, localeCodes, sourceLocale } from '../../../domain/locales.ts';
import { aboutFolder, manyPages, ownPages, topicNames } from '../../../domain/page.ts';
import { publicContact } from '../../contact/publish.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { fileOf, type LoadedContent } from '../../content/load-content.ts';
import { publicRecords } from '../../content/public-records.ts';
import { at, onLine, type Rule } from '../rule.ts';
import { componentTargets } from './ids.ts';

/** A folder of pages is the address of a door, or "about". */
export const pageFolders: Rule = (loaded) => {
  const folders = [...loaded.content.records.doors.values()].map((door) => door.slug).concat(aboutFolder);
  return loaded.content.pages.flatMap((page) => {
    if (folders.includes(page.folder)) return [];
    const near = didYouMean(page.folder, folders);
    return [
      at(
        loaded,
        page.file,
        [],
        'page-folder',
        `De map "${page.folder}" hoort bij geen enkele deur.`,
        near ? `Bedoel je de map "${near}"?` : `Kies uit: ${folders.join(', ')}.`,
      ),
    ];
  });
};

/** Behind a door with many pages every page of its own stands under a heading, or nobody finds it. */
export const pagesHaveTopic: Rule = (loaded) => {
  const doors = [...loaded.content.records.doors.values()].map((door) => door.slug);
  return loaded.content.pages.flatMap((page) => {
    const siblings = loaded.content.pages.filter(
      (other) => other.locale === page.locale && other.folder === page.folder && other.meta.visibility === 'public',
    );
    if (!doors.includes(page.folder) || siblings.length <= manyPages || page.meta.topic) return [];
    return [
      at(
        loaded,
        page.file,
        [],
        'page-without-topic',
        `De map "${page.folder}" heeft meer dan ${String(manyPages)} pagina’s, en deze pagina heeft geen topic.`,
        `Zet er een bij: topic: ${topicNames.join(', ')}.`,
      ),
    ];
  });
};

/** A page of the site's own keeps its address. */
export const ownAddresses: Rule = (loaded) =>
  loaded.content.pages
    .filter((page) => ownPages.some((path) => path === page.path))
    .map((page) =>
      at(
        loaded,
        page.file,
        [],
        'own-address',
        `Het webadres "${page.path}" gebruikt de site zelf.`,
        'Geef dit bestand een andere naam, in elke taal dezelfde.',
      ),
    );

/** A page in the folder of a door names that door. */
export const pageNamesItsDoor: Rule = (loaded) =>
  loaded.content.pages.flatMap((page) => {
    if (page.folder === aboutFolder) {
      return page.meta.doors.length > 0
        ? [
            at(
              loaded,
              page.file,
              ['doors'],
              'page-door',
              'Een pagina in de map about staat bij geen deur.',
              'Maak de lijst leeg: doors: [].',
            ),
          ]
        : [];
    }
    const door = [...loaded.content.records.doors].find(([, record]) => record.slug === page.folder)?.[0];
    if (door === undefined || page.meta.doors.includes(door)) return [];
    return [
      at(
        loaded,
        page.file,
        ['doors'],
        'page-door',
        `Deze pagina staat in de map van deur "${door}", maar noemt die niet.`,
        `Zet "${door}" bij doors.`,
      ),
    ];
  });

/** Links between pages lead somewhere, in the language of the page. */
export const deadLinks: Rule = (loaded) => {
  const doors = publicRecords(loaded.content, 'doors').map(([, door]) => door.slug);
  const partners = publicRecords(loaded.content, 'partners').flatMap(([, partner]) =>
    partner.slug ? [`who/${partner.slug}`] : [],
  );
  return loaded.content.pages.flatMap((page) => {
    const pages = loaded.content.pages
      .filter((other) => other.locale === page.locale && other.meta.visibility === 'public')
      .map((other) => other.path);
    const own = ownPages.filter((path) => doors.includes(path.split('/')[0] ?? ''));
    const targets = new Set([...doors, ...partners, ...pages, ...own, aboutFolder, 'who']);
    return page.links
      .filter((link) => !targets.has(link.to))
      .map((link) => {
        const near = didYouMean(link.to, targets);
        return onLine(
          page.file,
          link.line,
          'dead-link',
          `De link /${link.to} gaat nergens heen.`,
          near ? `Bedoel je /${near}?` : 'Een link is /map/naam van een pagina die er is, zonder taal ervoor.',
        );
      });
  });
};

/** Two tabs with one title cannot be told apart. */
export const uniqueTitles: Rule = (loaded) =>
  localeCodes.flatMap((locale) => {
    const seen = new Map<string, string>();
    const titled = [
      ...[...(loaded.content.texts[locale]?.doors ?? [])].map(([id, text]) => ({
        file: fileOf.text(locale, 'doors', id),
        title: text.tabTitle,
      })),
      ...loaded.content.pages
        .filter((page) => page.locale === locale)
        .map((page) => ({ file: page.file, title: page.meta.tabTitle })),
    ];
    return titled.flatMap(({ file, title }) => {
      const other = seen.get(title.toLowerCase());
      seen.set(title.toLowerCase(), other ?? file);
      return other === undefined
        ? []
        : [
            at(
              loaded,
              file,
              ['tabTitle'],
              'double-title',
              `De tabtitel "${title}" staat ook in ${other}.`,
              'Kies een andere, neutrale titel.',
            ),
          ];
    });
  });

/** A fact in the text names a source that also stands at the foot of the page. */
export const claimsHaveSource: Rule = (loaded) =>
  loaded.content.pages.flatMap((page) =>
    page.components
      .filter(
        ({ name, attributes }) =>
          name === 'Claim' &&
          attributes.source !== undefined &&
          loaded.content.records.sources.has(attributes.source) &&
          !page.meta.sources.includes(attributes.source),
      )
      .map(({ attributes, line }) =>
        onLine(
          page.file,
          line,
          'claim-source',
          `De bron "${attributes.source ?? ''}" staat niet in de lijst sources van deze pagina.`,
          'Zet hem erbij, boven aan de pagina.',
        ),
      ),
  );

/** What a page or a door shows must be public, or the page would have a hole. */
export const nothingHiddenShown: Rule = (loaded) => {
  const { records } = loaded.content;
  const hidden = (kind: 'services' | 'resources', id: string) =>
    records[kind].get(id) !== undefined && records[kind].get(id)?.visibility !== 'public';
  const inPages = loaded.content.pages.filter(isPublic).flatMap((page) =>
    page.components.flatMap(({ name, attributes, line }) => {
      const [attribute, kind] = componentTargets[name] ?? [];
      const id = attribute ? attributes[attribute] : undefined;
      if (id === undefined || (kind !== 'services' && kind !== 'resources') || !hidden(kind, id)) return [];
      return [
        onLine(
          page.file,
          line,
          'hidden-shown',
          `"${id}" is niet openbaar (visibility), maar deze pagina wil het tonen.`,
          'Haal het blok weg, of maak het openbaar.',
        ),
      ];
    }),
  );
  const inDoors = publicRecords(loaded.content, 'doors').flatMap(([id, door]) =>
    door.services.flatMap((service, index) =>
      hidden('services', service)
        ? [
            at(
              loaded,
              fileOf.record('doors', id),
              ['services', index],
              'hidden-shown',
              `"${service}" is niet openbaar (visibility), maar deze deur wil het tonen.`,
              'Haal het uit de lijst, of maak het openbaar.',
            ),
          ]
        : [],
    ),
  );
  return [...inPages, ...inDoors];
};

/** A public page behind a door that is not public would lead back to nowhere. */
export const pagesBehindHiddenDoors: Rule = (loaded) =>
  loaded.content.pages.filter(isPublic).flatMap((page) => {
    const door = [...loaded.content.records.doors].find(([, record]) => record.slug === page.folder);
    if (!door || door[1].visibility === 'public') return [];
    return [
      at(
        loaded,
        page.file,
        [],
        'page-behind-hidden-door',
        `De deur "${door[0]}" is niet openbaar, maar deze pagina in haar map wel.`,
        'Zet ook bij deze pagina visibility: hidden, of maak de deur openbaar.',
      ),
    ];
  });

/** A number or a source that is named in a page must be there to see, or the sentence has a hole. */
export const namedIsShown: Rule = (loaded) =>
  loaded.content.pages.filter(isPublic).flatMap((page) =>
    page.components.flatMap(({ name, attributes, line }) => {
      const contact = name === 'Phone' ? loaded.content.records.contacts.get(attributes.contact ?? '') : undefined;
      if (contact && (publicContact(contact)?.phones.length ?? 0) === 0) {
        return [
          onLine(
            page.file,
            line,
            'phone-not-shown',
            `Van "${attributes.contact ?? ''}" mag nog geen nummer op de site.`,
            'Gebruik <Service id="…" />: die kaart wijst een andere weg zolang het nummer niet bevestigd is.',
          ),
        ];
      }
      const source = name === 'Claim' ? loaded.content.records.sources.get(attributes.source ?? '') : undefined;
      return source && source.visibility !== 'public'
        ? [
            onLine(
              page.file,
              line,
              'hidden-shown',
              `De bron "${attributes.source ?? ''}" is niet openbaar (visibility).`,
              'Kies een andere bron, of maak hem openbaar.',
            ),
          ]
        : [];
    }),
  );

/** A door without a page would be a dead end. */
export const doorsHavePages: Rule = (loaded) =>
  publicRecords(loaded.content, 'doors').flatMap(([id]) =>
    completeLocales
      .filter(
        (locale) =>
          !loaded.content.pages.some(
            (page) => page.locale === locale && isPublic(page) && page.meta.doors.includes(id),
          ),
      )
      .map((locale) =>
        at(
          loaded,
          fileOf.record('doors', id),
          [],
          'door-without-page',
          `Bij de deur "${id}" staat geen enkele pagina (${locale}).`,
          'Maak er een (npm run new -- page), of zet de deur op visibility: hidden.',
        ),
      ),
  );

/** Pages no expert of the GGD has confirmed. */
export const unconfirmedPages: Rule = (loaded: LoadedContent) =>
  loaded.content.pages
    .filter((page) => page.locale === sourceLocale && isPublic(page) && page.meta.confirmedBy === undefined)
    .map((page) =>
      at(
        loaded,
        page.file,
        [],
        'page-unconfirmed',
        'Nog geen deskundige van de GGD heeft deze pagina bevestigd; de site zegt dat erbij.',
        'Laat de pagina lezen en zet de rol bij confirmedBy.',
        'open',
      ),
    );

const isPublic = (page: Page): boolean => page.meta.visibility === 'public';
