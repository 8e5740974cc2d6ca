import type { Circumstances } from '../../domain/circumstances.ts';
import type { Claim, Condition } from '../../domain/route.ts';
import type { Doors } from './decide.ts';
import { isEmergency } from './seen.ts';

/** What a route must know of a service to be judged. */
interface ServiceFacts {
  readonly audience: 'clients' | 'professionals' | 'both';
  readonly minimumAge?: number | undefined;
  readonly maximumAge?: number | undefined;
  readonly genders?: readonly string[] | undefined;
  /** Whether a partner of the region offers it, not a national organisation. */
  readonly isOfChain: boolean;
  /** Whether there is a sure way to it: its own, or a stand-in. */
  readonly isReachable: boolean;
}
export type Facts = ReadonlyMap<string, ServiceFacts>;

export type PromiseName =
  | 'no-first-door'
  | 'too-many-first'
  | 'too-many-doors'
  | 'danger-not-first'
  | 'no-emergency'
  | 'minor-alone'
  | 'dead-end'
  | 'wrong-door'
  | 'professional-door'
  | 'no-consent-first'
  | 'no-consent-parallel'
  | 'exploited-alone'
  | 'no-bed'
  | 'sent-to-self'
  | 'far-coordinator'
  | 'untrue-claim'
  | 'too-many-for-self'
  | 'rule-never'
  | 'door-never'
  | 'never-reached';

export const most = { first: 2, doors: 8, self: 2 } as const;
const emergencyNumber = 'noodnummer-112';
const emergencyDoors: readonly string[] = [emergencyNumber, 'veilig-thuis', 'centrum-seksueel-geweld'];
/** Who looks after a child: the report point, or the youth health care of the region. */
const careOfMinors: readonly string[] = ['veilig-thuis', 'ggd-jgz'];
/** Where one may ask without a name. */
const consultations: readonly string[] = [
  'ggd-coordinatie',
  'comensha',
  'veilig-thuis',
  'sterker-consult',
  'mee-professionals',
];
/** Who can answer a question about a bed for tonight, and for whom: under 18 it goes through youth care. */
const beds: readonly string[] = ['gemeente', 'moviera-opvang', 'iriszorg-opvang'];
const bedOfMinors = 'veilig-thuis';
/** Whom somebody is: nobody is referred to themselves. */
export const ownDoors: Readonly<Partial<Record<Circumstances['asker'], string>>> = {
  huisarts: 'huisarts',
  politie: 'politie',
};
/** Who coordinates care after trafficking in this province, or knows the chain of this region. */
const ofThisRegion: readonly string[] = ['moviera-opvang', 'ggd-coordinatie'];
/** For professionals, and yet a door in a route: who knows where to go when nothing fits. */
const askTheCoordinator = 'ggd-coordinatie';
/** Ages that are as careful as under 18. */
const carefulAges = ['under12', '12-17', 'unknown'] as const;
export const agesOf: Readonly<Record<string, readonly [from: number, to: number]>> = {
  under12: [0, 11],
  '12-17': [12, 17],
  '18-22': [18, 22],
  '23plus': [23, 130],
};

/**
 * For whom a promise in words would be untrue. The police must report a victim of trafficking, also
 * without consent; a reporting code weighs whether somebody is safe; in danger, and for a child, the
 * client does not decide alone.
 */
export const untrueFor: Readonly<Record<Claim, readonly Condition[]>> = {
  silence: [
    { danger: ['yes', 'unsure'] },
    { age: [...carefulAges] },
    { asker: ['politie', 'anders', 'not-asked'] },
    { violenceAtHome: ['yes', 'unsure'] },
  ],
  'own-choice': [
    { danger: ['yes', 'unsure'] },
    { age: [...carefulAges] },
    { asker: ['politie'] },
    { violenceAtHome: ['yes', 'unsure'] },
  ],
};

/** The doors for a client, in their order. */
export const doorsOf = ({ first, then, parallel, also }: Doors): string[] => [...first, ...then, ...parallel, ...also];

/** Which promises a route for these circumstances breaks, and what about. */
export function* brokenBy(
  route: Doors,
  circumstances: Circumstances,
  facts: Facts,
): Generator<[promise: PromiseName, about?: string]> {
  const { first } = route;
  const doors = doorsOf(route);
  if (first.length === 0) yield ['no-first-door'];
  if (first.length > most.first) yield ['too-many-first', String(first.length)];
  if (doors.length > most.doors) yield ['too-many-doors', String(doors.length)];
  const emergency = isEmergency(circumstances);
  if (emergency) {
    if (first[0] !== emergencyNumber || first.length < 2 || first.some((service) => !emergencyDoors.includes(service)))
      yield ['danger-not-first'];
  } else if (doors.includes(emergencyNumber)) yield ['no-emergency'];
  const isCareful = (carefulAges as readonly string[]).includes(circumstances.age);
  if (isCareful && !careOfMinors.some((service) => doors.includes(service))) yield ['minor-alone'];
  if (!doors.some((service) => facts.get(service)?.isReachable)) yield ['dead-end'];
  for (const service of doors) {
    const fact = facts.get(service);
    if (!fact) continue;
    if (!fits(fact, circumstances)) yield ['wrong-door', service];
    if (fact.audience === 'professionals' && service !== askTheCoordinator) yield ['professional-door', service];
  }
  if (circumstances.consent === 'no' && !isCareful && !emergency) {
    const other = first.find((service) => !consultations.includes(service));
    if (other !== undefined) yield ['no-consent-first', other];
  }
  if (circumstances.consent === 'no' && !emergency && route.parallel[0] !== undefined)
    yield ['no-consent-parallel', route.parallel[0]];
  if (circumstances.noShelter === 'yes') {
    const isMinor = isCareful && circumstances.age !== 'unknown';
    const hasBed = isMinor ? doors.includes(bedOfMinors) : beds.some((service) => doors.includes(service));
    if (!hasBed || (isCareful && !doors.includes(bedOfMinors))) yield ['no-bed'];
  }
  const own = ownDoors[circumstances.asker];
  if (own !== undefined && doors.includes(own)) yield ['sent-to-self', own];
  if (['suspected', 'known'].includes(circumstances.situation) && !isCareful) {
    if (!doors.includes('comensha')) yield ['exploited-alone'];
    const near = circumstances.place === 'elsewhere' && first.find((service) => ofThisRegion.includes(service));
    if (near) yield ['far-coordinator', near];
  }
}

/** Whether a service may serve someone of this age and gender; what was not asked may fit. */
function fits({ minimumAge, maximumAge, genders }: ServiceFacts, { age, gender }: Circumstances): boolean {
  const [from, to] = agesOf[age] ?? [0, 130];
  return (
    to >= (minimumAge ?? 0) &&
    from <= (maximumAge ?? 130) &&
    (genders === undefined || gender === 'not-asked' || genders.includes(gender))
  );
}
