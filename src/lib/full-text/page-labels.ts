import type { Content } from '../../domain/content.ts';
import type { PageLabels } from '../../domain/full-text.ts';
import { publicRecords } from '../content/public-records.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

/** The labels of every public page that has some, by its path below the language: `work/check`, `who/ggd`. */
export function pageLabels(content: Content): ReadonlyMap<string, PageLabels> {
  const shown = new Set(
    publicRecords(content, 'partners').flatMap(([id, { slug }]) => (slug === undefined ? [] : [id])),
  );
  const partnersOf = (services: readonly string[]): string[] =>
    services.map((id) => content.records.services.get(id)?.partner ?? '').filter((id) => shown.has(id));
  const groupsOf = (doors: readonly string[]): string[] =>
    doors.flatMap((id) => content.records.doors.get(id)?.groups ?? []);

  return new Map<string, PageLabels>([
    ...publicRecords(content, 'doors').map(
      ([, door]) => [door.slug, { group: sorted(door.groups), partner: sorted(partnersOf(door.services)) }] as const,
    ),
    ...publicRecords(content, 'partners').flatMap(([id, { slug }]) =>
      slug === undefined ? [] : [[`who/${slug}`, { group: [], partner: [id] }] as const],
    ),
    ...content.pages
      .filter((page) => page.meta.visibility === 'public')
      .map((page) => {
        const services = page.components.flatMap(({ name, attributes }) =>
          name === 'Service' && attributes['id'] !== undefined ? [attributes['id']] : [],
        );
        return [
          page.path,
          { group: sorted(groupsOf(page.meta.doors)), partner: sorted(partnersOf(services)) },
        ] as const;
      }),
  ]);
}

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort(byCodeUnit);
