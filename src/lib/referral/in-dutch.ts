import {
  circumstanceKeys,
  municipalities,
  type CircumstanceKey,
  type Circumstances,
} from '../../domain/circumstances.ts';

const keys: Readonly<Record<CircumstanceKey, string>> = {
  danger: 'gevaar nu',
  age: 'leeftijd',
  situation: 'wat er speelt',
  consent: 'instemming',
  noShelter: 'geen veilige slaapplek',
  violenceAtHome: 'geweld thuis',
  disability: 'beperking',
  addiction: 'verslaving',
  noPapers: 'geen papieren',
  gender: 'gender',
  place: 'gemeente',
  asker: 'wie vraagt',
};

const values: Readonly<Record<string, string>> = {
  yes: 'ja',
  no: 'nee',
  unsure: 'onzeker',
  'not-asked': 'niet gevraagd',
  unknown: 'niet bekend',
  under12: 'onder 12',
  '23plus': '23 of ouder',
  questions: 'vragen over seks en grenzen',
  signals: 'eerste signalen',
  suspected: 'vermoeden van uitbuiting',
  known: 'uitbuiting bekend',
  works: 'kiest dit werk',
  street: 'werkt op straat',
  multiple: 'veel problemen tegelijk',
  leaving: 'wil stoppen',
  elsewhere: 'buiten de regio',
  ...municipalities,
};

/** An example for an editor: "leeftijd: 18-22, wat er speelt: wil stoppen". The rest is not asked. */
export function inDutch(example: Partial<Circumstances>): string {
  const asked = circumstanceKeys.flatMap((key) => {
    const value = example[key];
    return value === undefined ? [] : [`${keys[key]}: ${values[value] ?? value}`];
  });
  return asked.length === 0 ? 'er is niets gevraagd' : asked.join(', ');
}
