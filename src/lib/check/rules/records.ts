import { recordKinds, recordSchemas, type RecordKind } from '../../../domain/kinds.ts';
import { pageSchema } from '../../../domain/page.ts';
import { fileOf } from '../../content/load-content.ts';
import { referencesIn } from '../../content/schema-walk.ts';
import { at, type Rule } from '../rule.ts';

/** Records that nothing points to are never seen, so nobody notices when they are wrong. */
export const orphans: Rule = (loaded) => {
  const used = new Set<string>();
  for (const kind of recordKinds) {
    for (const [, record] of loaded.content.records[kind]) {
      for (const reference of referencesIn(recordSchemas[kind], record)) used.add(`${reference.kind}/${reference.id}`);
    }
  }
  for (const page of loaded.content.pages) {
    for (const reference of referencesIn(pageSchema, page.meta)) used.add(`${reference.kind}/${reference.id}`);
  }
  const cures: Partial<Record<RecordKind, string>> = {
    contacts: 'Noem het bij contacts van een hulp, adres of partner, of zet visibility: hidden.',
    sources: 'Noem de bron waar hij voor dient (sources), of zet visibility: hidden.',
    groups: 'Noem de doelgroep bij een hulp, deur of activiteit.',
    partners: 'Geef de partner een hulp of activiteit, of zet visibility: hidden.',
  };
  return (Object.keys(cures) as ('contacts' | 'sources' | 'groups' | 'partners')[]).flatMap((kind) =>
    [...loaded.content.records[kind]]
      .filter(([id, record]) => record.visibility === 'public' && !used.has(`${kind}/${id}`))
      .map(([id]) =>
        at(
          loaded,
          fileOf.record(kind, id),
          [],
          'orphan',
          `Niets verwijst naar "${id}"; niemand ziet het.`,
          cures[kind] ?? '',
        ),
      ),
  );
};

/** A leaf of the mindmap is known by group, form, label and partner. */
export const doubleActivities: Rule = (loaded) => {
  const seen = new Map<string, string>();
  return [...loaded.content.records.activities].flatMap(([id, activity]) => {
    const key = [activity.group, activity.form, activity.label, activity.partner ?? '', activity.since].join('|');
    const other = seen.get(key);
    seen.set(key, other ?? id);
    return other === undefined
      ? []
      : [
          at(
            loaded,
            fileOf.record('activities', id),
            ['label'],
            'double-activity',
            `Deze activiteit staat er al: ${other}.yaml heeft dezelfde groep, vorm, naam en partner.`,
            'Haal één van de twee weg.',
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
  const used = new Set([...loaded.content.records.activities.values()].map((activity) => activity.group));
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

/** A partner of the chain has a page. */
export const chainPartnersHavePage: Rule = (loaded) =>
  [...loaded.content.records.partners]
    .filter(([, partner]) => partner.kind === 'chain' && partner.visibility === 'public' && partner.slug === undefined)
    .map(([id]) =>
      at(
        loaded,
        fileOf.record('partners', id),
        [],
        'partner-without-page',
        `De ketenpartner "${id}" heeft geen webadres (slug).`,
        'Zet slug erbij.',
      ),
    );
