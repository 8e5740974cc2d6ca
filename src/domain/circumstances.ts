/**
 * The municipalities of the region, by the id that a file, a form and a batch line use. Eighteen worked
 * together from 2013 (content/sources/beuningen-nieuws-2013), which two mergers (stb-2014-188 and
 * stb-2018-288) made fourteen. A document of 2020 counts sixteen and names none: the check lists it as open.
 */
export const municipalities = {
  'berg-en-dal': 'Berg en Dal',
  beuningen: 'Beuningen',
  buren: 'Buren',
  culemborg: 'Culemborg',
  druten: 'Druten',
  heumen: 'Heumen',
  maasdriel: 'Maasdriel',
  'neder-betuwe': 'Neder-Betuwe',
  nijmegen: 'Nijmegen',
  tiel: 'Tiel',
  'west-betuwe': 'West Betuwe',
  'west-maas-en-waal': 'West Maas en Waal',
  wijchen: 'Wijchen',
  zaltbommel: 'Zaltbommel',
} as const;
type Municipality = keyof typeof municipalities;
const places = Object.keys(municipalities) as [Municipality, ...Municipality[]];

const answers = ['yes', 'no', 'unsure', 'not-asked'] as const;

/**
 * What may be known of a client, with every value it can have, the most telling first. The last value
 * of each is what counts when nobody asked.
 */
export const circumstanceValues = {
  danger: answers,
  age: ['under12', '12-17', '18-22', '23plus', 'unknown'],
  situation: ['questions', 'signals', 'suspected', 'known', 'works', 'street', 'multiple', 'leaving', 'not-asked'],
  consent: ['yes', 'no', 'not-asked'],
  noShelter: answers,
  violenceAtHome: answers,
  disability: answers,
  addiction: answers,
  noPapers: answers,
  gender: ['f', 'm', 'x', 'not-asked'],
  place: [...places, 'elsewhere', 'not-asked'],
  asker: ['school', 'huisarts', 'wijkteam', 'politie', 'opvang', 'keten', 'anders', 'not-asked'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type CircumstanceKey = keyof typeof circumstanceValues;
export type CircumstanceValue<K extends CircumstanceKey> = (typeof circumstanceValues)[K][number];
export type Circumstances = { readonly [K in CircumstanceKey]: CircumstanceValue<K> };

export const circumstanceKeys = Object.keys(circumstanceValues) as CircumstanceKey[];

/** What counts when nobody asked: the last value of a key. */
export function notAsked(key: CircumstanceKey): string {
  return circumstanceValues[key].at(-1) ?? '';
}

/** Several things that weigh at once, with danger apart: two of them make a route short. */
export const burdens = ['noShelter', 'violenceAtHome', 'disability', 'addiction', 'noPapers'] as const;
