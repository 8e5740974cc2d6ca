import { markShapeNames } from '../../../domain/mindmap.ts';
import { localeCodes } from '../../../domain/locales.ts';
import { tellingWordsIn } from '../../../domain/telling-words.ts';
import { fileOf } from '../../content/load-content.ts';
import { at, type Rule } from '../rule.ts';

/** A day after every other, for what has no end. */
const never = '9999-12-31';

/** A leaf of the mindmap is known by group, form, label and partner; on one day it stands there once. */
export const doubleActivities: Rule = (loaded) => {
  const seen = new Map<string, { id: string; since: string; until: string }[]>();
  return [...loaded.content.records.activities].flatMap(([id, activity]) => {
    const key = [activity.group, activity.form, activity.label, activity.partner ?? ''].join('|');
    const { since, until = never } = activity;
    const others = seen.get(key) ?? [];
    seen.set(key, [...others, { id, since, until }]);
    const other = others.find((one) => one.since < until && since < one.until);
    return other === undefined
      ? []
      : [
          at(
            loaded,
            fileOf.record('activities', id),
            ['label'],
            'double-activity',
            `Deze activiteit staat er al: ${other.id}.yaml heeft dezelfde groep, vorm, naam en partner, in dezelfde tijd.`,
            'Haal één van de twee weg. Begint de tweede pas als de eerste stopt? Zet dan until bij de eerste.',
          ),
        ];
  });
};

/** An activity says who does it, or who it may be. */
export const activityPartner: Rule = (loaded) =>
  [...loaded.content.records.activities].flatMap(([id, activity]) => {
    const file = fileOf.record('activities', id);
    if (!activity.partner && !activity.candidates)
      return [
        at(
          loaded,
          file,
          [],
          'activity-without-partner',
          'Er staat niet bij wie dit doet.',
          'Zet partner erbij. Laat de bron het open, noem dan bij candidates wie het kunnen zijn.',
        ),
      ];
    if (activity.partner && activity.candidates && !activity.candidates.includes(activity.partner))
      return [
        at(
          loaded,
          file,
          ['candidates'],
          'activity-candidates',
          `"${activity.partner}" staat bij partner, maar niet bij candidates.`,
          'Zet de partner er ook bij, of haal candidates weg.',
        ),
      ];
    if (activity.placement !== undefined && activity.why === undefined)
      return [
        at(
          loaded,
          file,
          ['placement'],
          'placement-without-why',
          'Er staat niet bij wat de bron openlaat over de plek van deze activiteit.',
          'Schrijf dat bij why, in één of twee korte zinnen.',
        ),
      ];
    if ((activity.group === 'professionals') !== (activity.form === 'all'))
      return [
        at(
          loaded,
          file,
          ['form'],
          'activity-form',
          'De vorm all hoort bij professionals, en alleen daar.',
          'Kies individual of collective, of de groep professionals met all.',
        ),
      ];
    return [];
  });

/** A target group without activities would be a bare branch. */
export const groupsHaveActivities: Rule = (loaded) => {
  const used = new Set(
    [...loaded.content.records.activities.values()]
      .filter((activity) => activity.visibility === 'public')
      .map((activity) => activity.group),
  );
  return [...loaded.content.records.groups]
    .filter(([id, group]) => group.visibility === 'public' && !used.has(id))
    .map(([id]) =>
      at(
        loaded,
        fileOf.record('groups', id),
        [],
        'group-without-activities',
        `De doelgroep "${id}" heeft geen enkele activiteit.`,
        'Maak er een (npm run new -- activities naam), of haal de groep weg.',
      ),
    );
};

/** An activity of a hidden partner or group would vanish from the map without a word. */
export const activitiesAreShown: Rule = (loaded) => {
  const { activities, groups, partners } = loaded.content.records;
  return [...activities]
    .filter(([, activity]) => activity.visibility === 'public')
    .flatMap(([id, { group, partner = '' }]) =>
      (
        [
          ['group', 'De doelgroep', group, groups.get(group)],
          ['partner', 'De partner', partner, partners.get(partner)],
        ] as const
      )
        .filter(([, , , record]) => record !== undefined && record.visibility !== 'public')
        .map(([field, what, name]) =>
          at(
            loaded,
            fileOf.record('activities', id),
            [field],
            'activity-hidden',
            `${what} "${name}" staat niet op de site, deze activiteit wel.`,
            'Zet bij de activiteit ook visibility: hidden, of laat de andere weer zien.',
          ),
        ),
    );
};

/** Who does an activity has a mark on the map, and no other has the same. */
export const partnersHaveMark: Rule = (loaded) => {
  const { activities, partners } = loaded.content.records;
  const named = new Set([...activities.values()].flatMap(({ partner }) => partner ?? []));
  const taken = new Map<string, string>();
  return [...partners].flatMap(([id, { mark }]) => {
    const file = fileOf.record('partners', id);
    if (!mark) {
      const free = markShapeNames.filter((shape) => ![...partners.values()].some((one) => one.mark?.shape === shape));
      return named.has(id)
        ? [
            at(
              loaded,
              file,
              [],
              'partner-without-mark',
              `De partner "${id}" heeft een activiteit, maar geen teken voor de mindmap.`,
              `Zet erbij: mark: { shape: ${free[0] ?? 'circle'}, letter: ${id.slice(0, 1).toUpperCase()} }. Nog vrij: ${free.join(', ') || 'geen vorm'}.`,
            ),
          ]
        : [];
    }
    return (['shape', 'letter'] as const).flatMap((field) => {
      const key = `${field} ${mark[field].toLowerCase()}`;
      const other = taken.get(key);
      taken.set(key, other ?? id);
      return other === undefined
        ? []
        : [
            at(
              loaded,
              file,
              ['mark', field],
              'double-mark',
              `${field === 'shape' ? 'De vorm' : 'De letter'} "${mark[field]}" is al het teken van "${other}".`,
              'Kies een ander teken: op de mindmap zijn partners daaraan te herkennen.',
            ),
          ];
    });
  });
};

/** On one day the network has one name and one coordinator. */
export const oneNetwork: Rule = (loaded) => {
  const networks = [...loaded.content.records.networks].filter(([, { visibility }]) => visibility === 'public');
  return networks.flatMap(([id, { since, until = never }], index) => {
    const other = networks.slice(0, index).find(([, one]) => one.since < until && since < (one.until ?? never));
    return other === undefined
      ? []
      : [
          at(
            loaded,
            fileOf.record('networks', id),
            ['since'],
            'two-networks',
            `In dezelfde tijd is er ook "${other[0]}". In het midden van de mindmap past er één.`,
            'Zet until bij het netwerk dat ophield.',
          ),
        ];
  });
};

/** The address of the map of a group stays in the history of a browser. */
export const groupAddresses: Rule = (loaded) => {
  const seen = new Map<string, string>();
  return [...loaded.content.records.groups].flatMap(([id, { slug }]) => {
    const file = fileOf.record('groups', id);
    const other = seen.get(slug);
    seen.set(slug, other ?? id);
    const word = localeCodes.flatMap((locale) => tellingWordsIn(slug.replaceAll('-', ' '), locale))[0];
    return [
      ...(other === undefined
        ? []
        : [
            at(
              loaded,
              file,
              ['slug'],
              'double-slug',
              `Het webadres "${slug}" is al in gebruik (${other}).`,
              'Kies een ander webadres.',
            ),
          ]),
      ...(word === undefined
        ? []
        : [
            at(
              loaded,
              file,
              ['slug'],
              'telling-address',
              `Het webadres "${slug}" verraadt om wie het gaat (${word.replace('=', '')}).`,
              'Kies een neutraal woord.',
            ),
          ]),
    ];
  });
};
