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
