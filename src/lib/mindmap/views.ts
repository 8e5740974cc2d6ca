import type { Content, TextOf } from '../../domain/content.ts';
import { locales, sourceLocale, type Locale } from '../../domain/locales.ts';
import { editions, type Doubt, type EditionId } from '../../domain/mindmap.ts';
import type { TextKind } from '../../domain/kinds.ts';
import { formatDay, formatSourceDate } from '../i18n/format-date.ts';
import type { Translate } from '../i18n/translator.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import { changesBetween, forms, labelIn, leavesOn, wordsBeside, type Form, type Leaf } from './leaves.ts';
import type { Sheet } from './plan-sheet.ts';
import {
  rooms,
  type Mark,
  type Room,
  type Sign,
  type Tree,
  type TreeBranch,
  type TreeCentre,
  type TreeLeaf,
} from './tree.ts';

/** Where the parts of a map lead; undefined where there is no page. A drawing that stands alone leads nowhere. */
export interface MapLinks {
  readonly leaf: (leaf: Leaf) => string | undefined;
  readonly group: (id: string) => string | undefined;
  readonly partner: (id: string) => string | undefined;
}

export const noLinks: MapLinks = { leaf: () => undefined, group: () => undefined, partner: () => undefined };

/** One date of the map in one language, and all that its views are made of. */
export interface Edition {
  readonly id: EditionId;
  /** The day it shows. */
  readonly day: string;
  /** The edition before it, for what came and went. */
  readonly before: EditionId | undefined;
  readonly leaves: readonly Leaf[];
  readonly came: readonly Leaf[];
  readonly went: readonly Leaf[];
  readonly groups: readonly string[];
  /** Partners that do something on this day, in their order. */
  readonly partners: readonly string[];
}

/** An edition of the map; `today` is the day of the site. */
export function editionOf(content: Content, id: EditionId, today: string): Edition {
  const index = editions.findIndex((edition) => edition.id === id);
  const day = editions[index]?.on ?? today;
  const earlier = editions[index - 1];
  const leaves = leavesOn(content, day);
  const changes = earlier ? changesBetween(leavesOn(content, earlier.on ?? today), leaves) : { came: [], went: [] };
  const named = new Set(leaves.flatMap(({ partner }) => partner ?? []));
  return {
    id,
    day,
    before: earlier?.id,
    leaves,
    ...changes,
    groups: [...new Set(leaves.map(({ group }) => group))],
    partners: [...content.records.partners]
      .filter(([partner]) => named.has(partner))
      .sort(([a, { order: first }], [b, { order: second }]) => first - second || byCodeUnit(a, b))
      .map(([partner]) => partner),
  };
}

/** What every view needs to put records into words. */
export interface ViewContext {
  readonly content: Content;
  readonly locale: Locale;
  readonly t: Translate;
  readonly links: MapLinks;
}

/** The whole chain: the network in the middle, the groups around it. */
export function chainTree(edition: Edition, context: ViewContext): Tree {
  return {
    centre: networkCentre(edition, context),
    branches: edition.groups.map((group) =>
      branchOf(
        group,
        edition,
        edition.leaves.filter((leaf) => leaf.group === group),
        context,
      ),
    ),
  };
}

/** One group in the middle; its forms are the branches. */
export function groupTree(edition: Edition, group: string, context: ViewContext): Tree {
  const { t } = context;
  const leaves = edition.leaves.filter((leaf) => leaf.group === group);
  return {
    centre: { title: wordsIn(context, 'groups', group).name, short: undefined, lines: [] },
    branches: formsOf(leaves).map((form) => ({
      id: form,
      title: t(`mindmap.form.${form}`),
      href: undefined,
      room: roomOf(context.content, group),
      columns: [
        {
          title: undefined,
          leaves: treeLeaves(
            leaves.filter((leaf) => leaf.form === form),
            edition,
            context,
          ),
        },
      ],
    })),
  };
}

/** One partner in the middle; the groups it works for are the branches. */
export function partnerTree(edition: Edition, partner: string, context: ViewContext): Tree {
  const leaves = edition.leaves.filter((leaf) => leaf.partner === partner);
  return {
    centre: {
      title: nameOf(partner, context),
      short: undefined,
      mark: markOf(context.content, partner, 'sure'),
      lines: [],
    },
    branches: edition.groups
      .filter((group) => leaves.some((leaf) => leaf.group === group))
      .map((group) =>
        branchOf(
          group,
          edition,
          leaves.filter((leaf) => leaf.group === group),
          context,
        ),
      ),
  };
}

/** One row of the matrix: how many activities each partner has for a group; the last one counts the unknown. */
export interface MatrixRow {
  readonly group: string;
  readonly counts: readonly { readonly partner: string | undefined; readonly count: number }[];
  readonly total: number;
}

/** Groups by partners, with counts. A column for "unknown" only where something is. */
export function matrixOf({ leaves, groups, partners }: Edition): MatrixRow[] {
  const columns = [...partners, ...(leaves.some(({ partner }) => partner === undefined) ? [undefined] : [])];
  return groups.map((group) => {
    const own = leaves.filter((leaf) => leaf.group === group);
    return {
      group,
      total: own.length,
      counts: columns.map((partner) => ({ partner, count: own.filter((leaf) => leaf.partner === partner).length })),
    };
  });
}

/** Title block and legend of a poster. */
export function sheetOf(edition: Edition, context: ViewContext): Sheet {
  const { t } = context;
  const byOrder = edition.leaves.filter(({ certainty }) => certainty === 'order').length;
  return {
    title: t('mindmap.poster.title'),
    intro: `${t('mindmap.poster.intro')} ${countsOf(edition, context)}`,
    edition: editionName(edition, t),
    date: editionDate(edition, context),
    legend: legendOf(edition, context),
    notes: [
      ...changeNotes(edition, context),
      ...(byOrder > 0 ? [{ text: t('mindmap.byOrder', { number: byOrder }) }] : []),
      { text: t('mindmap.poster.made', { site: t('site.name') }) },
      ...sourceNotes(edition, context),
    ],
  };
}

/** What came and went since the edition before, where anything did. */
function changeNotes({ before, came, went }: Edition, context: ViewContext): Sheet['notes'] {
  const { t } = context;
  if (before === undefined) return [];
  if (came.length + went.length === 0) return [{ text: t('mindmap.sameSince', { edition: before }) }];
  return [
    ...(came.length > 0 ? [{ text: `${t('mindmap.came', { edition: before })}: ${String(came.length)}.` }] : []),
    ...(went.length > 0
      ? [
          {
            text: `${t('mindmap.went', { edition: before })}: ${went.map((leaf) => inFull(leaf, context)).join('; ')}.`,
          },
        ]
      : []),
  ];
}

/** An activity with who does it and for whom, where nothing around it says so. */
export function inFull(leaf: Leaf, context: ViewContext): string {
  const { text } = labelIn(context.content, context.locale, leaf.label);
  return `${text} (${doerOf(leaf, context)}, ${wordsIn(context, 'groups', leaf.group).name})`;
}

/** The sources: what each is in the language of the poster, then their own titles in theirs. */
function sourceNotes(edition: Edition, context: ViewContext): Sheet['notes'] {
  const { content, locale, t } = context;
  const sources = sourcesOf(edition, context);
  const own = sources.map(
    ({ title, publisher, date }) => `${title}, ${publisher}${date === undefined ? '' : ` (${date})`}`,
  );
  if (locale === sourceLocale) return [{ text: t('mindmap.poster.sources', { sources: own.join(' · ') }) }];
  const told = sources.map(({ title, date }, index) => {
    const said = wordsBeside(content, locale, title);
    const what = said.lang === sourceLocale ? '' : ` ${said.text}`;
    return `${String(index + 1)}${what}${date === undefined ? '' : ` (${date})`}`;
  });
  const titles = sources.map(({ title, publisher }, index) => `${String(index + 1)} ${title}, ${publisher}`);
  return [
    { text: t('mindmap.poster.sources', { sources: told.join(' · ') }) },
    { text: titles.join(' · '), lang: sourceLocale },
  ];
}

/** The signs that occur, and what they say. */
export function legendOf({ leaves, came, partners, before }: Edition, context: ViewContext): Sheet['legend'] {
  const { content, t } = context;
  const doubts = (['inferred', 'requested', 'unknown'] as const).filter((doubt) =>
    leaves.some((leaf) => leaf.doubt === doubt),
  );
  const example = (doubt: Doubt): Mark => ({ shape: doubt === 'unknown' ? undefined : 'ring', letter: '', doubt });
  return [
    ...partners
      .filter((partner) => leaves.some((leaf) => leaf.partner === partner))
      .map((partner) => ({ sign: markOf(content, partner, 'sure'), text: nameOf(partner, context) })),
    ...doubts.map((doubt) => ({ sign: example(doubt), text: t(`mindmap.doubt.${doubt}`) })),
    ...(leaves.some(({ candidates }) => candidates.length > 0)
      ? [{ sign: { ...example('inferred'), isSmall: true as const }, text: t('mindmap.mayBe') }]
      : []),
    ...(leaves.some(({ placement }) => placement !== undefined)
      ? [{ sign: 'place' as const, text: t('mindmap.doubt.place') }]
      : []),
    ...(came.length > 0 ? [{ sign: 'new' as const, text: t('mindmap.newSince', { edition: before ?? '' }) }] : []),
  ];
}

/** How much there is, in words. "All organisations" is no partner. */
export function countsOf({ leaves, groups, partners }: Edition, { content, t }: ViewContext): string {
  return t('mindmap.counts', {
    activities: leaves.length,
    partners: partners.filter((id) => content.records.partners.get(id)?.kind !== 'legend').length,
    groups: groups.length,
  });
}

/** The name of an edition: its year, or the word for today. */
export function editionName({ id }: Edition, t: Translate): string {
  return id === 'current' ? t('mindmap.now') : id;
}

/** On which day an edition is true, in words. */
export function editionDate({ id, day }: Edition, { locale, t }: ViewContext): string {
  return id === 'current' ? t('mindmap.onDay', { date: formatDay(day, locale) }) : t('mindmap.endOf', { year: id });
}

/** The sign of a partner; of nobody, the question mark. */
export function markOf(content: Content, partner: string | undefined, doubt: Doubt): Mark {
  const mark = partner === undefined ? undefined : content.records.partners.get(partner)?.mark;
  return mark ? { ...mark, doubt } : { shape: undefined, letter: '?', doubt: 'unknown' };
}

/** The tint of a group: by its place in the list of groups. */
function roomOf(content: Content, group: string): Room {
  const order = content.records.groups.get(group)?.order ?? 1;
  return rooms[(order - 1) % rooms.length] ?? 'stone';
}

/** Name of a partner: its own in every language; a word that only stands in for one is translated. */
export function nameOf(partner: string, { content, locale }: Pick<ViewContext, 'content' | 'locale'>): string {
  const translated = languagesOf(locale).flatMap((code) => content.texts[code]?.partners.get(partner)?.name ?? [])[0];
  return translated ?? content.records.partners.get(partner)?.name ?? partner;
}

/** Who does it, in words: a name, and who else it may be where the source leaves it open. */
export function doerOf({ partner, candidates }: Leaf, context: ViewContext): string {
  const names = candidates.map((id) => nameOf(id, context)).join(' / ');
  if (partner === undefined) return context.t('mindmap.unknownOf', { names });
  const name = nameOf(partner, context);
  return candidates.length === 0 ? name : context.t('mindmap.orPerhaps', { name, names });
}

/** What is not sure about an activity, in words; nothing where all is. */
export function doubtIn({ partner, placement, doubt }: Leaf, { t }: Pick<ViewContext, 't'>): string | undefined {
  if (placement !== undefined) return t('mindmap.doubt.place');
  return partner === undefined || doubt === 'sure' ? undefined : t(`mindmap.doubt.${doubt}`);
}

/** Forms that have leaves, in their order. */
export function formsOf(leaves: readonly Leaf[]): Form[] {
  return forms.filter((form) => leaves.some((leaf) => leaf.form === form));
}

/** The sources of an edition: the documents of the chain first. */
export function sourceIdsOf({ leaves }: Pick<Edition, 'leaves'>, { content }: ViewContext): string[] {
  const isSeed = (id: string): boolean => content.records.sources.get(id)?.kind === 'seed';
  return [...new Set(leaves.flatMap(({ sources }) => sources))].sort(
    (a, b) => Number(isSeed(b)) - Number(isSeed(a)) || byCodeUnit(a, b),
  );
}

/** The sources of an edition that may be shown, each with its date in words. */
function sourcesOf(
  edition: Edition,
  context: ViewContext,
): { title: string; publisher: string; date: string | undefined }[] {
  return sourceIdsOf(edition, context).flatMap((id) => {
    const source = context.content.records.sources.get(id);
    if (source?.visibility !== 'public') return [];
    const { title, publisher } = source;
    return [{ title, publisher, date: formatSourceDate(source.date, context.locale) }];
  });
}

/** What stands in the middle of the chain on a day, in words. */
export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly short: string | undefined;
  /** Where the partners meet, as the source names it. */
  readonly bodies: readonly string[];
  readonly coordinator: string | undefined;
  readonly doubt: 'sure' | 'inferred';
  /** Whether a source knows this about the day. */
  readonly isKnown: boolean;
  readonly since: string;
  readonly sources: readonly string[];
}

/** The network of a day: its name, its bodies and who coordinates it. */
export function centreOf({ day }: Pick<Edition, 'day'>, context: ViewContext): Centre | undefined {
  const [id, network] =
    [...context.content.records.networks].find(
      ([, { visibility, since, until }]) =>
        visibility === 'public' && since <= day && (until === undefined || until > day),
    ) ?? [];
  if (id === undefined || !network) return undefined;
  const { name, short, bodies } = wordsIn(context, 'networks', id);
  const isKnown = network.knownUntil === undefined || network.knownUntil >= day;
  const { coordinator, since, sources } = network;
  const doubt = isKnown && network.certainty !== 'inferred' ? 'sure' : 'inferred';
  return { id, name, short, bodies, coordinator, doubt, isKnown, since, sources };
}

/** Name of the network with its short form. */
export const networkName = ({ name, short }: Centre): string => (short === undefined ? name : `${name} (${short})`);

function networkCentre(edition: Edition, context: ViewContext): TreeCentre {
  const { content, t } = context;
  const centre = centreOf(edition, context);
  if (!centre) return { title: t('mindmap.network'), short: undefined, lines: [] };
  const { name, short, bodies, coordinator, doubt, isKnown } = centre;
  return {
    title: name,
    short,
    lines: [
      ...bodies.map((text) => ({ text })),
      ...(coordinator === undefined
        ? []
        : [
            {
              text: t('mindmap.coordination'),
              mark: markOf(content, coordinator, doubt),
              spoken: nameOf(coordinator, context),
            },
          ]),
      ...(isKnown ? [] : [{ text: t('mindmap.unconfirmed') }]),
    ],
  };
}

function branchOf(group: string, edition: Edition, leaves: readonly Leaf[], context: ViewContext): TreeBranch {
  return {
    id: group,
    title: wordsIn(context, 'groups', group).name,
    href: context.links.group(group),
    room: roomOf(context.content, group),
    columns: formsOf(leaves).map((form) => ({
      title: form === 'all' ? undefined : context.t(`mindmap.form.${form}`),
      leaves: treeLeaves(
        leaves.filter((leaf) => leaf.form === form),
        edition,
        context,
      ),
    })),
  };
}

function treeLeaves(leaves: readonly Leaf[], edition: Edition, context: ViewContext): TreeLeaf[] {
  const { content, locale, t, links } = context;
  const came = new Set(edition.came.map(({ id }) => id));
  return leaves.map((leaf) => {
    const isNew = came.has(leaf.id);
    return {
      id: leaf.id,
      label: labelIn(content, locale, leaf.label).text,
      mark: markOf(content, leaf.partner, leaf.doubt),
      spokenMark: [
        doerOf(leaf, context),
        doubtIn(leaf, context),
        isNew ? t('mindmap.newSince', { edition: edition.before ?? '' }) : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
      href: links.leaf(leaf),
      signs: [
        ...leaf.candidates.map((id): Sign => ({ ...markOf(content, id, 'inferred'), isSmall: true })),
        ...(leaf.placement === undefined ? [] : ['place' as const]),
        ...(isNew ? ['new' as const] : []),
      ],
      partners: [...(leaf.partner === undefined ? [] : [leaf.partner]), ...leaf.candidates],
      group: leaf.group,
    };
  });
}

/** Words of a record in the language of a view, or in the first fallback that has them. */
export function wordsIn<K extends TextKind>({ content, locale }: ViewContext, kind: K, id: string): TextOf<K> {
  for (const code of languagesOf(locale)) {
    const words = content.texts[code]?.[kind].get(id);
    if (words) return words;
  }
  throw new Error(`No words for ${kind}/${id}`);
}

/** A language and those it falls back to; the source's has everything. */
const languagesOf = (locale: Locale): Locale[] => [locale, ...locales[locale].fallback, sourceLocale];
