import type { AreaExtent } from '../../domain/service.ts';

/** For one person, or for a group. */
export type ServiceForm = 'individual' | 'collective';

/** What of a service can be compared with a client. What is left out is unknown. */
export interface Listed {
  readonly partner: string;
  readonly groups: readonly string[];
  readonly forms: readonly ServiceForm[];
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  readonly area?: AreaExtent;
}

/** Ages as the routes ask for them, youngest and oldest in years. */
export const ageBands = { under12: [0, 11], '12-17': [12, 17], '18-22': [18, 22], '23plus': [23, 120] } as const;
type AgeBand = keyof typeof ageBands;

/** Where a client lives or works, as far as it decides who helps. */
export const places = ['nijmegen', 'region', 'elsewhere'] as const;
type Place = (typeof places)[number];

/** Where one cannot go from a place, for sure. What a source leaves open is not here. */
const outOfReach: Readonly<Record<Place, readonly AreaExtent[]>> = {
  nijmegen: [],
  region: ['nijmegen'],
  elsewhere: ['nijmegen', 'some-municipalities', 'gelderland-zuid'],
};

/** What somebody chose in the directory; a choice that is left out narrows nothing. */
export interface Choices {
  readonly group?: string;
  readonly partner?: string;
  readonly form?: ServiceForm;
  readonly age?: AgeBand;
  readonly place?: Place;
}

/**
 * Whether a service may fit. Group and partner are always known, so they decide; of form, age and place
 * only what surely does not fit is left out, since a hidden row says "not this" and nobody said so.
 */
export function fits(listed: Listed, { group, partner, form, age, place }: Choices): boolean {
  if (group !== undefined && !listed.groups.includes(group)) return false;
  if (partner !== undefined && listed.partner !== partner) return false;
  if (form !== undefined && listed.forms.length > 0 && !listed.forms.includes(form)) return false;
  if (age !== undefined) {
    const [youngest, oldest] = ageBands[age];
    if ((listed.minimumAge ?? 0) > oldest || (listed.maximumAge ?? Infinity) < youngest) return false;
  }
  return place === undefined || listed.area === undefined || !outOfReach[place].includes(listed.area);
}
