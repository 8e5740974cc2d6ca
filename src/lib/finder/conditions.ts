/** Ages in years that a condition of a need asks for. */
const ages: Readonly<Record<string, readonly [from: number, to: number]>> = {
  'under-18': [0, 17],
  'under-23': [0, 22],
  'under-25': [0, 24],
  'from-23': [23, 120],
};

/**
 * Whether a service fits an age: true when it asks for nothing else than an age that fits, false when the
 * age is wrong, undefined when it cannot be told.
 */
export function ageFits(when: readonly string[], age: number | undefined): boolean | undefined {
  if (when.length === 0) return true;
  const asked = when.flatMap((condition) => (ages[condition] ? [ages[condition]] : []));
  if (age !== undefined && asked.some(([from, to]) => age < from || age > to)) return false;
  return age !== undefined && asked.length === when.length ? true : undefined;
}
