import type { Contact } from '../../domain/contact.ts';

export type Weekday = Contact['schedules'][number]['byday'][number];

const week: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Days as runs: MO TU WE FR gives [[MO, WE], [FR, FR]]. */
export function dayRuns(days: readonly Weekday[]): [first: Weekday, last: Weekday][] {
  const runs: [Weekday, Weekday][] = [];
  for (const [index, day] of week.entries()) {
    if (!days.includes(day)) continue;
    const previous = week[index - 1];
    const current = runs.at(-1);
    if (current && previous !== undefined && current[1] === previous) current[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** Whether the hours run day and night, all week. */
export function isAlwaysOpen(schedule: Pick<Contact['schedules'][number], 'byday' | 'opensAt' | 'closesAt'>): boolean {
  return (
    week.every((day) => schedule.byday.includes(day)) && schedule.opensAt === '00:00' && schedule.closesAt === '24:00'
  );
}
