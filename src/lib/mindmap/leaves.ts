import type { Content } from '../../domain/content.ts';
import { locales, sourceLocale, type Locale } from '../../domain/locales.ts';
import type { Doubt } from '../../domain/mindmap.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

type Activity = Content['records']['activities'] extends ReadonlyMap<string, infer R> ? R : never;
export type Form = Activity['form'];

/** One activity as it stands on the map of a day. */
export interface Leaf extends Omit<Activity, 'visibility' | 'candidates' | 'services'> {
  readonly id: string;
  readonly doubt: Doubt;
  /** Who it may be as well, or who it may be where nobody is named. */
  readonly candidates: readonly string[];
  readonly services: readonly string[];
}

export const forms: readonly Form[] = ['individual', 'collective', 'all'];

/** The activities of a day, in the order of their groups, forms and sources. What is not public stays away. */
export function leavesOn(content: Content, day: string): Leaf[] {
  const { activities, groups, partners } = content.records;
  const isShown = ({ visibility, group, partner, since, until }: Activity): boolean =>
    visibility === 'public' &&
    groups.get(group)?.visibility === 'public' &&
    (partner === undefined || partners.get(partner)?.visibility === 'public') &&
    since <= day &&
    (until === undefined || until > day);
  const rank = (leaf: Leaf): number => groups.get(leaf.group)?.order ?? 0;
  return [...activities]
    .filter(([, activity]) => isShown(activity))
    .map(([id, { visibility: _, candidates = [], services = [], ...rest }]): Leaf => ({
      ...rest,
      id,
      candidates: candidates.filter((candidate) => candidate !== rest.partner),
      services: services.filter((service) => content.records.services.get(service)?.visibility === 'public'),
      doubt: doubtOf(rest),
    }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        byCodeUnit(a.group, b.group) ||
        forms.indexOf(a.form) - forms.indexOf(b.form) ||
        a.order - b.order ||
        byCodeUnit(a.id, b.id),
    );
}

/** Where only the place is our reading, it is known who does it. */
function doubtOf({ partner, certainty, placement }: Pick<Activity, 'partner' | 'certainty' | 'placement'>): Doubt {
  if (partner === undefined) return 'unknown';
  if (placement !== undefined) return 'sure';
  return certainty === 'inferred' || certainty === 'requested' ? certainty : 'sure';
}

/** What a leaf is, whatever the day: the same activity in a later record is the same leaf. */
const keyOf = ({ group, form, label, partner = '' }: Leaf): string => [group, form, label, partner].join('|');

/** What is on the later map and not on the earlier, and the other way round. */
export function changesBetween(earlier: readonly Leaf[], later: readonly Leaf[]): { came: Leaf[]; went: Leaf[] } {
  const before = new Set(earlier.map(keyOf));
  const after = new Set(later.map(keyOf));
  return {
    came: later.filter((leaf) => !before.has(keyOf(leaf))),
    went: earlier.filter((leaf) => !after.has(keyOf(leaf))),
  };
}

/** Words and the language they are in, which need not be that of the page. */
export interface Said {
  readonly text: string;
  readonly lang: Locale;
}

/** A label in a language, or in the first of its fallbacks that has it; else as the source writes it. */
export const labelIn = (content: Content, locale: Locale, label: string): Said =>
  translated(content.activityLabels, locale, label);

/** What stands beside a label (why, what changed, what a source is), in the same way. */
export const wordsBeside = (content: Content, locale: Locale, text: string): Said =>
  translated(content.mapWords, locale, text);

function translated(tables: Content['mapWords'], locale: Locale, dutch: string): Said {
  for (const code of [locale, ...locales[locale].fallback] as Locale[]) {
    if (code === sourceLocale) break;
    const text = tables[code]?.[dutch];
    if (text !== undefined) return { text, lang: code };
  }
  return { text: dutch, lang: sourceLocale };
}
