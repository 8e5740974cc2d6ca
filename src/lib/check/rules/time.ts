import { recordKinds } from '../../../domain/kinds.ts';
import { byCodeUnit } from '../../order/by-code-unit.ts';
import { fileOf } from '../../content/load-content.ts';
import { contactValueLists } from '../../../domain/contact.ts';
import { daysOverdue, reviewDays } from '../../freshness/site-date.ts';
import { publicRecords } from '../../content/public-records.ts';
import { at, type Rule } from '../rule.ts';

/** Nothing ends before it begins. That something has ended is history, and no mistake. */
export const untilAfterSince: Rule = (loaded) =>
  recordKinds.flatMap((kind) =>
    [...loaded.content.records[kind]].flatMap(([id, record]) => {
      const { since, until } = record as { since?: string; until?: string };
      if (!since || !until || until >= since) return [];
      return [
        at(
          loaded,
          fileOf.record(kind, id),
          ['until'],
          'until-before-since',
          `Het eindigt (${until}) voordat het begint (${since}).`,
          'Kijk welke van de twee dagen niet klopt.',
        ),
      ];
    }),
  );

/** Opening hours run forward. */
export const hoursRunForward: Rule = (loaded) =>
  [...loaded.content.records.contacts].flatMap(([id, contact]) =>
    contact.schedules.flatMap((schedule, index) => {
      const file = fileOf.record('contacts', id);
      const twice = new Set(schedule.byday).size < schedule.byday.length;
      return [
        ...(schedule.opensAt >= schedule.closesAt
          ? [
              at(
                loaded,
                file,
                ['schedules', index, 'opensAt'],
                'hours-crossed',
                `Het gaat open om ${schedule.opensAt} en dicht om ${schedule.closesAt}.`,
                'Draai ze om. Loopt het door na middernacht, maak er dan twee van.',
              ),
            ]
          : []),
        ...(twice
          ? [
              at(
                loaded,
                file,
                ['schedules', index, 'byday'],
                'double-day',
                'Een dag staat er twee keer in.',
                'Haal er één weg.',
              ),
            ]
          : []),
      ];
    }),
  );

/** Texts that want another look. A warning: it must never stand in the way of an urgent correction. */
export const overdueTexts: Rule = (loaded, { siteDate }) => {
  const { content } = loaded;
  const texts = [
    ...publicRecords(content, 'services').map(([id, record]) => ({ file: fileOf.record('services', id), ...record })),
    ...publicRecords(content, 'partners').map(([id, record]) => ({ file: fileOf.record('partners', id), ...record })),
    ...publicRecords(content, 'resources').map(([id, record]) => ({ file: fileOf.record('resources', id), ...record })),
    ...publicRecords(content, 'routes').map(([id, record]) => ({ file: fileOf.record('routes', id), ...record })),
    ...publicRecords(content, 'questions').map(([id, record]) => ({ file: fileOf.record('questions', id), ...record })),
    ...content.pages
      .filter((page) => page.meta.visibility === 'public')
      .map((page) => ({ file: page.file, ...page.meta })),
  ];
  return texts.flatMap(({ file, checkedOn, reviewEveryDays }) => {
    const overdue = daysOverdue(checkedOn, reviewEveryDays ?? reviewDays.text, siteDate);
    return overdue > 0
      ? [
          at(
            loaded,
            file,
            ['checkedOn'],
            'overdue',
            `Dit had ${String(overdue)} dagen geleden weer nagekeken moeten zijn.`,
            'Lees het na, verbeter wat niet meer klopt en zet een nieuwe dag bij checkedOn.',
            'warning',
          ),
        ]
      : [];
  });
};

/** A check that lies after the day of the site did not happen yet. Only possible with a given date. */
export const checkedInTheFuture: Rule = (loaded, { siteDate }) => {
  const { contacts } = loaded.content.records;
  const inContacts = [...contacts].flatMap(([id, contact]) =>
    contactValueLists.flatMap((list) =>
      contact[list].flatMap((value, index) =>
        value.checkedOn && value.checkedOn > siteDate
          ? [{ file: fileOf.record('contacts', id), path: [list, index, 'checkedOn'], day: value.checkedOn }]
          : [],
      ),
    ),
  );
  const inPages = loaded.content.pages.flatMap((page) =>
    page.meta.checkedOn > siteDate ? [{ file: page.file, path: ['checkedOn'], day: page.meta.checkedOn }] : [],
  );
  return [...inContacts, ...inPages].map(({ file, path, day }) =>
    at(
      loaded,
      file,
      path,
      'checked-in-future',
      `Nagekeken op ${day}, maar de site staat op ${siteDate}.`,
      'Kijk of het jaar klopt.',
      'warning',
    ),
  );
};

/** A service that has ended still stands on the site: tell, do not block. */
export const lapsedServices: Rule = (loaded, { siteDate }) =>
  publicRecords(loaded.content, 'services').flatMap(([id, { until }]) =>
    until !== undefined && until < siteDate
      ? [
          at(
            loaded,
            fileOf.record('services', id),
            ['until'],
            'lapsed',
            `De hulp "${id}" is gestopt op ${until}, maar staat nog op de site.`,
            'Zet visibility: hidden, of pas until aan.',
            'warning',
          ),
        ]
      : [],
  );

/** Days of checks come one after another; a leap of over a year into the future is a slip of the pen. */
export const checkedOnLeaps: Rule = (loaded) => {
  const { partners, resources, routes, services } = loaded.content.records;
  const checks = [
    ...[...services].map(([id, record]) => ({ file: fileOf.record('services', id), day: record.checkedOn })),
    ...[...partners].map(([id, record]) => ({ file: fileOf.record('partners', id), day: record.checkedOn })),
    ...[...resources].map(([id, record]) => ({ file: fileOf.record('resources', id), day: record.checkedOn })),
    ...[...routes].map(([id, record]) => ({ file: fileOf.record('routes', id), day: record.checkedOn })),
    ...loaded.content.pages.map((page) => ({ file: page.file, day: page.meta.checkedOn })),
  ].sort((a, b) => byCodeUnit(a.day, b.day));
  return checks
    .filter(({ day }, index) => {
      const before = checks[index - 1]?.day;
      return before !== undefined && checks.length - index <= 2 && daysOverdue(before, 366, day) > 0;
    })
    .map(({ file, day }) =>
      at(
        loaded,
        file,
        ['checkedOn'],
        'checked-on-leaps',
        `${day} is ruim een jaar later dan alle andere dagen.`,
        'Kijk of het jaar klopt. De hele site gaat uit van de nieuwste dag.',
        'warning',
      ),
    );
};
