import { circumstanceKeys, circumstanceValues, municipalities, type CircumstanceKey } from '../domain/circumstances.ts';
import { sourceLocale, type Locale } from '../domain/locales.ts';
import type { Role } from '../domain/provenance.ts';
import {
  doorPlaces,
  isScreenPart,
  routeParts,
  type DoorPlace,
  type RoutePart,
  type RouteText,
  type Unknown,
} from '../domain/route.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { formatSourceDate } from '../lib/i18n/format-date.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { placeGroups } from '../lib/referral/selectors.ts';
import { routeStyle, slotsOf } from '../lib/referral/style.ts';
import { tableOf, type TableRule } from '../lib/referral/table.ts';
import { content } from './content.ts';
import { stringsOf } from './locale.ts';
import { shownService, type ShownService } from './services.ts';
import { sourcesOf, type ShownSource } from './sources.ts';
import { wordsOf } from './words.ts';

const table = tableOf(publicRecords(content, 'routes'));

/** The style sheet that makes a route of the choices. */
export function routeStyles(): string {
  const speaking = (parts: readonly RoutePart[]): Set<string> =>
    new Set(
      table.rules
        .map(({ id }) => id)
        .filter((id) => parts.some((part) => wordsOf('routes', id, sourceLocale)[part].length > 0)),
    );
  return routeStyle(table, {
    card: speaking(routeParts.filter((part) => !isScreenPart(part))),
    ask: speaking(['ask']),
    aside: speaking(['aside']),
  });
}

/** A door where it can stand. Which of them show, the style sheet decides. */
export interface RouteSlot {
  readonly place: DoorPlace;
  readonly service: string;
  readonly unknown: readonly Unknown[];
}

/** All doors in all their places, in the order of a route. */
export function routeSlots(): RouteSlot[] {
  const doors = table.rules.flatMap((rule) => rule.doors);
  const unknownOf = (service: string): Unknown[] => [
    ...new Set(doors.filter((door) => door.service === service).flatMap(({ unknown }) => unknown)),
  ];
  return doorPlaces.flatMap((place) =>
    [...table.ranks[place].keys()]
      .filter((service) => slotsOf(table, service).includes(place))
      .map((service) => ({ place, service, unknown: unknownOf(service) })),
  );
}

export interface RouteLine {
  readonly text: string;
  /** The rules that say this. */
  readonly rules: readonly string[];
}

/** Whom one may always call, whatever was chosen: the same on every card, so that it tells nothing. */
const alwaysCall = [
  ['danger', 'noodnummer-112'],
  ['home', 'veilig-thuis'],
  ['assault', 'centrum-seksueel-geweld'],
  ['force', 'comensha'],
  ['suicide', 'zelfmoordpreventie-113'],
] as const;

/** Sure numbers beside the route, each with when it is for. */
export function routeCalls(locale: Locale): { when: string; shown: ShownService }[] {
  const t = stringsOf(locale);
  return alwaysCall.map(([when, service]) => ({
    when: t(`route.calls.${when}`),
    shown: shownService(service, locale),
  }));
}

/** Lines of text under each heading of a card. What several rules say stands there once. */
export function routeLines(locale: Locale): { part: RoutePart; lines: RouteLine[] }[] {
  return routeParts.map((part) => {
    const lines = new Map<string, string[]>();
    for (const { id } of table.rules)
      for (const text of wordsOf('routes', id, locale)[part]) lines.set(text, [...(lines.get(text) ?? []), id]);
    return { part, lines: [...lines].map(([text, rules]) => ({ text, rules })) };
  });
}

export interface RouteQuestion {
  readonly key: CircumstanceKey;
  readonly values: readonly { readonly value: string; readonly label: string; readonly isFirst: boolean }[];
}

/** The questions of the form, the most telling first; each starts at "not asked". */
export function routeQuestions(locale: Locale): RouteQuestion[] {
  const t = stringsOf(locale);
  const groups = [...placeGroups(table)].filter(([value]) => value in municipalities);
  const biggest = groups.reduce((most, [, places]) => Math.max(most, places.length), 1);
  return circumstanceKeys.map((key) => {
    const values: readonly string[] = key === 'place' ? [...placeGroups(table).keys()] : circumstanceValues[key];
    const labelOf = (value: string): string => {
      if (key !== 'place' || !(value in municipalities)) return t(`route.values.${key}.${value}`);
      const size = groups.find(([id]) => id === value)?.[1].length ?? 1;
      return size === biggest && size > 1
        ? t('route.values.place.others')
        : municipalities[value as keyof typeof municipalities];
    };
    // A named municipality before "another one".
    const isOther = (value: string) => (labelOf(value) === t('route.values.place.others') ? 1 : 0);
    const known = values.filter((value) => key === 'place' && value in municipalities);
    const ordered = [
      ...known.sort((a, b) => isOther(a) - isOther(b) || byCodeUnit(a, b)),
      ...values.filter((value) => !known.includes(value)),
    ];
    return {
      key,
      values: ordered.map((value) => ({ value, label: labelOf(value), isFirst: value === values.at(-1) })),
    };
  });
}

export interface ListedRule {
  readonly id: string;
  readonly words: RouteText;
  readonly doors: readonly { readonly place: DoorPlace; readonly services: readonly string[] }[];
  readonly without: readonly string[];
  /** What else its doors depend on. */
  readonly depends: readonly CircumstanceKey[];
}

/** Every rule in words, for who wants to see how the page chooses. */
export function listedRules(locale: Locale): ListedRule[] {
  const name = (service: string): string => wordsOf('services', service, locale).name;
  return table.rules
    .filter(({ rule, doors }) => doors.length + rule.without.length > 0)
    .map((rule) => ({
      id: rule.id,
      words: wordsOf('routes', rule.id, locale),
      doors: doorPlaces
        .map((place) => ({
          place,
          services: [...new Set(rule.doors.filter((door) => door.place === place).map(({ service }) => name(service)))],
        }))
        .filter(({ services }) => services.length > 0),
      without: rule.rule.without.map(name),
      depends: dependsOf(rule),
    }));
}

function dependsOf({ rule, doors }: TableRule): CircumstanceKey[] {
  return circumstanceKeys.filter((key) =>
    doors.some((_, index) => {
      const door = rule.doors[index];
      return door?.when?.[key] !== undefined || door?.unless?.[key] !== undefined;
    }),
  );
}

/** Every source of every rule, each once, and when the rules were last looked at: the oldest day. */
export function routeReview(): { sources: readonly ShownSource[]; checkedOn: string; checkedBy: Role } {
  const [oldest] = table.rules.map(({ rule }) => rule).sort((a, b) => byCodeUnit(a.checkedOn, b.checkedOn));
  return {
    sources: sourcesOf(table.rules.flatMap(({ rule }) => rule.sources)),
    checkedOn: oldest?.checkedOn ?? '',
    checkedBy: oldest?.checkedBy ?? 'redactie',
  };
}

/** Who made the sources, for the foot of a card: the same name and date once, for all they belong to. */
export function routeMakers(locale: Locale): { publisher: string; date: string; sources: string[] }[] {
  const t = stringsOf(locale);
  const makers = new Map<string, { publisher: string; date: string; sources: string[] }>();
  for (const { id, publisher, date } of routeReview().sources) {
    const shown = formatSourceDate(date, locale) ?? t('review.undated');
    const maker = makers.get(`${publisher}|${shown}`) ?? { publisher, date: shown, sources: [] };
    maker.sources.push(id);
    makers.set(`${publisher}|${shown}`, maker);
  }
  return [...makers.values()];
}
