import { sourceLocale } from '../../domain/locales.ts';
import { labelIn, wordsBeside, type Leaf } from './leaves.ts';
import {
  centreOf,
  doerOf,
  doubtIn,
  editionDate,
  editionName,
  formsOf,
  nameOf,
  networkName,
  sourceIdsOf,
  wordsIn,
  type Edition,
  type ViewContext,
} from './views.ts';

/** One activity in words, for a table. */
export interface Row {
  readonly group: string;
  readonly form: string;
  readonly activity: string;
  readonly partner: string;
  readonly certainty: string;
  readonly since: string;
  readonly until: string;
  readonly sources: string;
}

/** Columns of a table, in their order. */
export const columns = ['group', 'form', 'activity', 'partner', 'certainty', 'since', 'until', 'sources'] as const;

/** The middle of the map, then every activity of an edition, in the order of the map. */
export function rowsOf(edition: Edition, context: ViewContext): Row[] {
  return [...(centreInWords(edition, context)?.rows ?? []), ...edition.leaves.map((leaf) => rowOf(leaf, context))];
}

/** The middle of the map as a name and rows: its bodies, and who coordinates. */
export function centreInWords(edition: Edition, context: ViewContext): { name: string; rows: Row[] } | undefined {
  const { t } = context;
  const centre = centreOf(edition, context);
  if (!centre) return undefined;
  const name = networkName(centre);
  const row = (activity: string, partner: string): Row => ({
    group: name,
    form: t('mindmap.centre'),
    activity,
    partner,
    certainty: centre.isKnown ? t('mindmap.centreSure') : t('mindmap.unconfirmed'),
    since: centre.since,
    until: '',
    sources: titlesOf(centre.sources, context),
  });
  return {
    name,
    rows: [
      row(name, ''),
      ...centre.bodies.map((body) => row(body, '')),
      ...(centre.coordinator === undefined
        ? []
        : [row(t('mindmap.coordination'), nameOf(centre.coordinator, context))]),
    ],
  };
}

/** Titles as the sources have them; in another language with what each is. */
function titlesOf(ids: readonly string[], { content, locale }: ViewContext): string {
  return ids
    .flatMap((id) => {
      const source = content.records.sources.get(id);
      if (source?.visibility !== 'public') return [];
      const said = wordsBeside(content, locale, source.title);
      return said.lang === sourceLocale ? [source.title] : [`${source.title} (${said.text})`];
    })
    .join(' / ');
}

function rowOf(leaf: Leaf, context: ViewContext): Row {
  const { content, locale, t } = context;
  return {
    group: wordsIn(context, 'groups', leaf.group).name,
    form: t(`mindmap.form.${leaf.form}`),
    activity: labelIn(content, locale, leaf.label).text,
    partner: doerOf(leaf, context),
    certainty: certaintyOf(leaf, context),
    since: leaf.since,
    until: leaf.until ?? '',
    sources: titlesOf(leaf.sources, context),
  };
}

/** How sure it is who does it, or where it stands, in words. */
function certaintyOf(leaf: Leaf, context: ViewContext): string {
  const { t } = context;
  if (leaf.partner === undefined) return t('mindmap.doubt.unknown');
  return doubtIn(leaf, context) ?? (leaf.certainty === 'order' ? t('mindmap.order') : t('mindmap.sure'));
}

/** An edition as a tree of words: groups, forms, rows. */
export function outlineOf(
  edition: Edition,
  context: ViewContext,
): { group: string; forms: { form: string; rows: Row[] }[] }[] {
  return edition.groups.map((group) => {
    const own = edition.leaves.filter((leaf) => leaf.group === group);
    return {
      group: wordsIn(context, 'groups', group).name,
      forms: formsOf(own).map((form) => ({
        form: context.t(`mindmap.form.${form}`),
        rows: own.filter((leaf) => leaf.form === form).map((leaf) => rowOf(leaf, context)),
      })),
    };
  });
}

/** An edition as data: ids and words, what is not sure and why, and where it stands. */
export function toJson(edition: Edition, context: ViewContext): string {
  const { content, locale, t } = context;
  const centre = centreOf(edition, context);
  const data = {
    title: t('mindmap.poster.title'),
    edition: editionName(edition, t),
    date: edition.day,
    known: editionDate(edition, context),
    language: locale,
    network:
      centre === undefined
        ? null
        : {
            id: centre.id,
            name: centre.name,
            short: centre.short ?? null,
            bodies: centre.bodies,
            coordinator:
              centre.coordinator === undefined
                ? null
                : { id: centre.coordinator, name: nameOf(centre.coordinator, context) },
            isConfirmed: centre.isKnown,
            since: centre.since,
            sources: centre.sources,
          },
    groups: edition.groups.map((id) => ({ id, name: wordsIn(context, 'groups', id).name })),
    partners: edition.partners.map((id) => ({ id, name: nameOf(id, context) })),
    activities: edition.leaves.map((leaf) => ({
      id: leaf.id,
      label: labelIn(content, locale, leaf.label).text,
      sourceLabel: leaf.label,
      group: leaf.group,
      form: leaf.form,
      partner: leaf.partner ?? null,
      candidates: leaf.candidates,
      certainty: leaf.certainty,
      placement: leaf.placement ?? 'stated',
      why: leaf.why === undefined ? null : wordsBeside(content, locale, leaf.why),
      since: leaf.since,
      until: leaf.until ?? null,
      isNew: edition.came.includes(leaf),
      services: leaf.services,
      sources: leaf.sources,
    })),
    gone: edition.went.map(({ id, label, group, partner }) => ({ id, label, group, partner: partner ?? null })),
    sources: sourceIdsOf(edition, context).flatMap((id) => {
      const source = content.records.sources.get(id);
      return source?.visibility === 'public'
        ? [
            {
              id,
              title: source.title,
              titleLanguage: sourceLocale,
              about: wordsBeside(content, locale, source.title),
              publisher: source.publisher,
              date: source.date,
            },
          ]
        : [];
    }),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
