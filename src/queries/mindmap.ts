import { completeLocales, localeCodes, type Locale } from '../domain/locales.ts';
import { editions, mindmapFolder, mindmapPage, type EditionId } from '../domain/mindmap.ts';
import { servedMeasure } from '../gate/map-fonts.ts';
import { mindmapFile, type MindmapFile } from '../gate/mindmap-files.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { narrowScene, wideScene } from '../lib/mindmap/layout.ts';
import type { Leaf } from '../lib/mindmap/leaves.ts';
import type { Measure } from '../lib/mindmap/measure.ts';
import { layoutOptions } from '../lib/mindmap/render.ts';
import { markSheet, signSvg } from '../lib/mindmap/mark-svg.ts';
import { toSvg } from '../lib/mindmap/to-svg.ts';
import { leavesOf, type Mark, type Sign, type Tree } from '../lib/mindmap/tree.ts';
import {
  chainTree,
  editionOf,
  groupTree,
  inFull,
  markOf,
  nameOf,
  partnerTree,
  sourceIdsOf,
  wordsIn,
  type Edition,
  type MapLinks,
  type ViewContext,
} from '../lib/mindmap/views.ts';
import { asset, to } from './address.ts';
import { contentDay } from './content-day.ts';
import { content } from './content.ts';
import { serviceAnchor } from './directory.ts';
import { localeParams, stringsOf } from './locale.ts';
import { partnersIn } from './partners.ts';
import { servicesOf } from './services.ts';

const today = contentDay;
/** How texts are measured in each language. */
const measures = new Map(
  await Promise.all(localeCodes.map(async (locale) => [locale, await servedMeasure(process.cwd(), locale)] as const)),
);
const measureOf = (locale: Locale): Measure => {
  const measure = measures.get(locale);
  if (!measure) throw new Error(`No fonts for ${locale}`);
  return measure;
};

/** One date of the map. */
export const edition = (id: EditionId): Edition => editionOf(content, id, today);

/** The address of the page of an edition. */
export function mapHref(locale: Locale, id: EditionId): string {
  return to(locale, 'professionals', mindmapPage, ...(id === 'current' ? [] : [id]));
}

/** The address of the page of one group. */
export const groupHref = (locale: Locale, group: string): string =>
  to(locale, 'professionals', mindmapPage, 'for', content.records.groups.get(group)?.slug ?? '');

/** The address of the page of one partner on the map; undefined where it has none. */
export function partnerMapHref(locale: Locale, partner: string): string | undefined {
  const slug = content.records.partners.get(partner)?.slug;
  return slug !== undefined && mapPartners().includes(partner)
    ? to(locale, 'professionals', mindmapPage, 'by', slug)
    : undefined;
}

/** Groups that are on the map today. */
export const mapGroups = (): readonly string[] => edition('current').groups;

/** Partners with a page that are on the map today. */
export function mapPartners(): readonly string[] {
  const shown = new Set(
    publicRecords(content, 'partners').flatMap(([id, { slug }]) => (slug === undefined ? [] : [id])),
  );
  return edition('current').partners.filter((id) => shown.has(id));
}

/** Every page of the map but today's: by year, by group, by partner. */
export function mapPages(locale: Locale): { href: string; title: string }[] {
  const t = stringsOf(locale);
  const context = mapContext(locale);
  const of = (name: string): string => t('mindmap.groupTab', { name });
  return [
    ...editions
      .filter(({ id }) => id !== 'current')
      .map(({ id }) => ({ href: mapHref(locale, id), title: t('mindmap.year', { edition: id }) })),
    ...mapGroups().map((id) => ({ href: groupHref(locale, id), title: of(wordsIn(context, 'groups', id).name) })),
    ...mapPartners().map((id) => ({ href: partnerMapHref(locale, id) ?? '', title: of(nameOf(id, context)) })),
  ];
}

/** The page of a partner that tells who they are. */
function partnerHref(locale: Locale, partner: string): string | undefined {
  return partnersIn(locale).find(({ id }) => id === partner)?.href;
}

/** Where an activity leads: to its help on this site, else to who does it. */
function leafLinks(locale: Locale): (leaf: Leaf) => string | undefined {
  const partners = new Map(partnersIn(locale).map(({ id, href }) => [id, href]));
  const services = new Map(
    [...partners].flatMap(([partner, href]) =>
      servicesOf(partner, locale).map(({ id }) => [id, `${href}#${serviceAnchor(id)}`] as const),
    ),
  );
  return ({ services: [service], partner }) =>
    (service === undefined ? undefined : services.get(service)) ??
    (partner === undefined ? undefined : partners.get(partner));
}

const linksOf = (locale: Locale): MapLinks => ({
  leaf: leafLinks(locale),
  group: (id) => (mapGroups().includes(id) ? groupHref(locale, id) : undefined),
  partner: (id) => partnerMapHref(locale, id),
});

/** What the views of the map need in a language. */
export function mapContext(locale: Locale): ViewContext {
  return { content, locale, t: stringsOf(locale), links: linksOf(locale) };
}

/** A tree as two drawings for a page: a wide one, and one for a phone. */
export function drawingsOf(tree: Tree, locale: Locale, label: string): { wide: string; narrow: string } {
  const options = layoutOptions(locale, label, measureOf(locale));
  return {
    wide: toSvg(wideScene(tree, options), { isInline: true }),
    narrow: toSvg(narrowScene(tree, options), { isInline: true }),
  };
}

/** A mark or a sign beside a text; its page draws the mark once, with `marksOf`. */
export const markOn = (sign: Sign): string => signSvg(sign);

/** The marks of a page, to which its lists, its table and its drawings point. */
export function marksOf(
  locale: Locale,
  { partners }: Edition,
  trees: readonly Tree[],
  legend: readonly Sign[],
): string {
  const isMark = (sign: Sign | undefined): sign is Mark => typeof sign === 'object';
  const drawn = trees.flatMap((tree) => [
    tree.centre.mark,
    ...tree.centre.lines.map(({ mark }) => mark),
    ...leavesOf(tree).flatMap(({ mark, signs }) => [mark, ...signs]),
  ]);
  const sure = [...partners, undefined].map((partner) => markOf(content, partner, 'sure'));
  return markSheet([...sure, ...drawn, ...legend].filter(isMark), measureOf(locale));
}

/** Every edition that has one before it. */
export const timeline = (): Edition[] =>
  editions.map(({ id }) => edition(id)).filter(({ before }) => before !== undefined);

/** What is known to have changed in an activity since the edition before. */
export function changedIn({ leaves, before, day }: Edition): { leaf: Leaf; what: string }[] {
  const from = before === undefined ? day : edition(before).day;
  return leaves.flatMap((leaf) =>
    (leaf.changes ?? []).filter(({ on }) => on > from && on <= day).map(({ what }) => ({ leaf, what })),
  );
}

/** The newest day on which one of the partners of an edition was checked. */
export function checkedOn({ partners }: Edition): string {
  return partners
    .map((id) => content.records.partners.get(id)?.checkedOn ?? '')
    .reduce((newest, day) => (day > newest ? day : newest), '');
}

/** What a page of a map shows below its head. */
export interface MapView {
  readonly edition: Edition;
  readonly leaves: readonly Leaf[];
  readonly tree: Tree;
  readonly sources: readonly string[];
  readonly checkedOn: string;
}

function viewOf(
  locale: Locale,
  isWanted: (leaf: Leaf) => boolean,
  treeOf: (now: Edition, context: ViewContext) => Tree,
): MapView {
  const now = edition('current');
  const context = mapContext(locale);
  const leaves = now.leaves.filter(isWanted);
  return {
    edition: now,
    leaves,
    tree: treeOf(now, context),
    sources: sourceIdsOf({ leaves }, context),
    checkedOn: checkedOn(now),
  };
}

/** The whole chain today. */
export const chainView = (locale: Locale): MapView => viewOf(locale, () => true, chainTree);

/** One group today. */
export function groupView(locale: Locale, group: string) {
  return {
    ...viewOf(
      locale,
      (leaf) => leaf.group === group,
      (now, context) => groupTree(now, group, context),
    ),
    slug: content.records.groups.get(group)?.slug ?? '',
    words: wordsIn(mapContext(locale), 'groups', group),
  };
}

/** One partner today, and what it may be doing as well. */
export function partnerView(locale: Locale, partner: string) {
  const context = mapContext(locale);
  return {
    ...viewOf(
      locale,
      (leaf) => leaf.partner === partner,
      (now) => partnerTree(now, partner, context),
    ),
    slug: content.records.partners.get(partner)?.slug ?? '',
    name: nameOf(partner, context),
    href: partnerHref(locale, partner) ?? '',
    maybe: edition('current')
      .leaves.filter(({ candidates }) => candidates.includes(partner))
      .map((leaf) => inFull(leaf, context)),
  };
}

/** Files that are made with every build: drawing and data in every language, the rest in some. */
export const takeAway: readonly MindmapFile[] = ['a3.pdf', 'a4.pdf', 'png', 'csv', 'opml', 'mm'];

/** The address of a file of the map. */
export function fileHref(locale: Locale, id: EditionId, kind: MindmapFile): string {
  return asset(`${locale}/${mindmapFolder}/${id}${kind.endsWith('pdf') ? '-' : '.'}${kind}`);
}

/** Whether posters and data are made in a language. */
export const hasDownloads = (locale: Locale): boolean => completeLocales.includes(locale);

/** Routes of a file of the map. */
export function mindmapRoutes(isDownload: boolean): { params: { locale: Locale; edition: EditionId } }[] {
  return localeParams
    .filter(({ locale }) => !isDownload || hasDownloads(locale))
    .flatMap(({ locale }) => editions.map(({ id }) => ({ params: { locale, edition: id } })));
}

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  mm: 'application/x-freemind',
  png: 'image/png',
  pdf: 'application/pdf',
};

/** The answer to who asks for a file of the map. */
export async function mindmapResponse(kind: MindmapFile, locale: Locale, id: string | undefined): Promise<Response> {
  const wanted = editions.find((one) => one.id === id);
  if (!wanted) throw new Error(`No edition "${String(id)}" of the map`);
  const body = await mindmapFile(kind, {
    project: process.cwd(),
    content,
    locale,
    t: stringsOf(locale),
    edition: wanted.id,
    today,
    links: linksOf(locale),
    measure: measureOf(locale),
  });
  const type = types[kind.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: { 'Content-Type': type } });
}
