import {
  burdens,
  circumstanceKeys,
  notAsked,
  type CircumstanceKey,
  type Circumstances,
} from '../../domain/circumstances.ts';

/** What was given, with "not asked" for the rest. */
export function complete(given: Partial<Circumstances>): Circumstances {
  return Object.fromEntries(circumstanceKeys.map((key) => [key, given[key] ?? notAsked(key)])) as Circumstances;
}

/** Ages at which paid sex is exploitation, whatever it is called. */
export const minorAges: readonly string[] = ['under12', '12-17'];
/** Situations that are work for an adult. */
export const workSituations: readonly string[] = ['works', 'street', 'leaving'];
const treatedAs = 'suspected';
/** An explicit "unsure" about danger counts as yes. */
export const dangerAnswers: readonly string[] = ['yes', 'unsure'];

/** The circumstances as the rules see them: under 18 nobody "works". */
export function seen(given: Circumstances): Circumstances {
  return minorAges.includes(given.age) && workSituations.includes(given.situation)
    ? { ...given, situation: treatedAs }
    : given;
}

type Values = Partial<Record<CircumstanceKey, readonly string[] | undefined>>;

/**
 * The same condition in the words of what was chosen: `seen` undone. It holds when one of the results
 * does, so that a style sheet, which sees only the choices, comes to the same answer.
 */
export function asChosen(condition: Values): Values[] {
  const { age, situation } = condition;
  if (situation === undefined) return [condition];
  const isMinor = (value: string) => minorAges.includes(value);
  const ages = age ?? agesOfAll;
  const minors = ages.filter(isMinor);
  const others = ages.filter((value) => !isMinor(value));
  const forMinors = [
    ...situation.filter((value) => !workSituations.includes(value)),
    ...(situation.includes(treatedAs) ? workSituations : []),
  ];
  return [
    ...(minors.length > 0 && forMinors.length > 0 ? [{ ...condition, age: minors, situation: forMinors }] : []),
    ...(others.length > 0 ? [{ ...condition, age: others }] : []),
  ];
}
const agesOfAll: readonly string[] = ['under12', '12-17', '18-22', '23plus', 'unknown'];

/** Whether there may be danger now. */
export const isEmergency = (given: Circumstances): boolean => dangerAnswers.includes(given.danger);

/** Whether so much weighs at once that a route keeps to what comes first. */
export const isHeavy = (given: Circumstances): boolean =>
  isEmergency(given) || burdens.filter((key) => given[key] === 'yes').length >= 2;

/** `isHeavy` as conditions, one of which holds. */
export const heavyConditions: readonly Values[] = [
  { danger: dangerAnswers },
  ...burdens.flatMap((one, index) => burdens.slice(index + 1).map((other) => ({ [one]: ['yes'], [other]: ['yes'] }))),
];
