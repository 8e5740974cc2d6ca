import type { Content } from '../../domain/content.ts';
import { areaExtents, type AreaExtent, type Service } from '../../domain/service.ts';
import { publicRecords } from '../content/public-records.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import type { Listed, ServiceForm } from './fits.ts';

/** One row of the directory: a public service, by its id. */
export interface ListedService extends Listed {
  readonly id: string;
  readonly service: Service;
}

/** Every public service, by the order of its partner; within a partner those for clients first, then by id. */
export function listedServices(content: Content): ListedService[] {
  const order = (id: string): number => content.records.partners.get(id)?.order ?? Infinity;
  return publicRecords(content, 'services')
    .map(([id, service]): ListedService => {
      const area = areaOf(content, service);
      return {
        id,
        service,
        partner: service.partner,
        groups: service.groups,
        forms: formsOf(content, id, service),
        ...(service.minimumAge === undefined ? {} : { minimumAge: service.minimumAge }),
        ...(service.maximumAge === undefined ? {} : { maximumAge: service.maximumAge }),
        ...(area === undefined ? {} : { area }),
      };
    })
    .sort(
      (a, b) =>
        order(a.partner) - order(b.partner) ||
        Number(a.service.audience === 'professionals') - Number(b.service.audience === 'professionals') ||
        byCodeUnit(a.id, b.id),
    );
}

/**
 * How the chain's own drawing places a service: for one person, for a group, or both. What is only for
 * professionals is neither, and of a service that the drawing does not have it is unknown.
 */
function formsOf(content: Content, id: string, service: Service): ServiceForm[] {
  if (service.audience === 'professionals') return [];
  const drawn = [...content.records.activities.values()].filter(
    (activity) => activity.visibility === 'public' && activity.until === undefined && activity.services?.includes(id),
  );
  return (['individual', 'collective'] as const).filter((form) => drawn.some((activity) => activity.form === form));
}

/** Where a service is: as its source says, or the whole country for a national one. */
function areaOf(content: Content, service: Service): AreaExtent | undefined {
  if (service.area) return service.area.extent;
  return content.records.partners.get(service.partner)?.kind === 'national' ? 'netherlands' : undefined;
}

/** Place of an area in the order from near to far; unknown comes last. */
export function areaRank(area: AreaExtent | undefined): number {
  return area === undefined ? areaExtents.length : areaExtents.indexOf(area);
}

export interface Matrix {
  readonly partners: readonly string[];
  readonly rows: readonly { readonly group: string; readonly counts: readonly number[] }[];
}

/** How many services each partner has for each group. Groups by their order, partners as the services stand. */
export function matrixOf(content: Content, services: readonly ListedService[]): Matrix {
  const partners = [...new Set(services.map(({ partner }) => partner))];
  const groups = publicRecords(content, 'groups')
    .sort(([a, one], [b, other]) => one.order - other.order || byCodeUnit(a, b))
    .map(([id]) => id);
  return {
    partners,
    rows: groups.map((group) => ({
      group,
      counts: partners.map(
        (partner) => services.filter((service) => service.partner === partner && service.groups.includes(group)).length,
      ),
    })),
  };
}
