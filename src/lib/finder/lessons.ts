import { byCodeUnit } from '../order/by-code-unit.ts';
import { featuresOf, type Features } from './features.ts';
import { groupNames, tableOf, type GroupTable, type WordGroups } from './groups.ts';
import type { Lesson, Outputs } from './learn.ts';
import type { Need } from './model.ts';
import { targetOf } from './target.ts';

/** A text that teaches, and the language it is in. */
interface Taught {
  readonly locale: string;
  readonly text: string;
}

/** One need with every way to ask for it, in all languages together. */
export interface NeedToLearn {
  readonly id: string;
  readonly isAcute: boolean;
  /** Ids of services, the best first, with what must hold of the person. */
  readonly services: readonly { readonly id: string; readonly when: readonly string[] }[];
  readonly wordings: readonly Taught[];
}

export interface ToLearn {
  /** The languages to learn; the first sets the space of meanings that the others are put into. */
  readonly locales: readonly string[];
  /** In the order of their ids. */
  readonly needs: readonly NeedToLearn[];
  readonly groups: readonly { readonly locale: string; readonly groups: WordGroups }[];
  /** What people type that the site is not for. */
  readonly outside: readonly Taught[];
}

/** What there is to learn, the same for every language: services and needs by number, and names of groups. */
export interface Subject {
  readonly services: readonly string[];
  readonly needs: readonly Need[];
  readonly groups: readonly string[];
  readonly outputs: Outputs;
}

/** A text with what it should come out as, and its features. */
export interface ReadText extends Omit<Lesson, 'example'> {
  readonly features: Features;
}

/** Numbers the services (sorted), the needs (as they come) and the groups (sorted). */
export function subjectOf({ needs, groups }: ToLearn): Subject {
  const services = [...new Set(needs.flatMap((need) => need.services.map(({ id }) => id)))].sort(byCodeUnit);
  const place = new Map(services.map((id, index) => [id, index]));
  return {
    services,
    needs: needs.map((need) => ({
      id: need.id,
      isAcute: need.isAcute,
      services: need.services.map(({ id, when }) => ({ id: place.get(id)!, when })),
    })),
    groups: groupNames(groups.map((one) => one.groups)),
    outputs: { services: services.length, needs: needs.length },
  };
}

/** The word groups that a language's pages know: all of its own, and of every other language those in `shared`. */
export function groupTableOf(
  { groups }: ToLearn,
  subject: Subject,
  locale: string,
  shared: readonly number[],
): GroupTable {
  return tableOf(
    subject.groups,
    groups.map((one) => one.groups),
    (language, group) => groups[language]?.locale === locale || shared.includes(group),
  );
}

/** The texts of a language as the pages with this table read them; of every `each` texts one. */
export function textsOf(
  { needs, outside }: ToLearn,
  subject: Subject,
  locale: string,
  table: GroupTable,
  each = 1,
): ReadText[] {
  return [
    ...needs.flatMap(({ wordings }, need) => wordings.map((wording) => ({ ...wording, need }))),
    ...outside.map((one) => ({ ...one, need: -1 })),
  ]
    .filter((one) => one.locale === locale)
    .filter((_, place) => place % each === 0)
    .map(({ text, need }) => ({
      features: featuresOf(text, table),
      need,
      services: need < 0 ? [] : targetOf(subject.needs[need]!, text),
      isAcute: subject.needs[need]?.isAcute ?? false,
    }));
}

/** A lesson for a net with these rows: features it has no row for are not seen. */
export function lessonOf({ features, ...rest }: ReadText, rowOf: ReadonlyMap<number, number>): Lesson {
  const { keys, values } = features;
  const places = [...keys.keys()].filter((place) => rowOf.has(keys[place]!));
  return {
    ...rest,
    example: {
      rows: Int32Array.from(places, (place) => rowOf.get(keys[place]!)!),
      values: Float32Array.from(places, (place) => values[place]!),
    },
  };
}
