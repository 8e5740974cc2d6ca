import { labelIn, type Leaf } from './leaves.ts';
import {
  doerOf,
  editionDate,
  editionName,
  formsOf,
  nameOf,
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

/** Every activity of an edition, in the order of the map. */
export function rowsOf({ leaves }: Edition, context: ViewContext): Row[] {
  return leaves.map((leaf) => rowOf(leaf, context));
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
    sources: leaf.sources.map((id) => content.records.sources.get(id)?.title ?? '').join(' / '),
  };
}

/** How sure it is who does it, in words. */
function certaintyOf({ doubt, certainty }: Leaf, { t }: ViewContext): string {
  if (doubt !== 'sure') return t(`mindmap.doubt.${doubt}`);
  return certainty === 'order' ? t('mindmap.order') : t('mindmap.sure');
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
  const data = {
    title: t('mindmap.poster.title'),
    edition: editionName(edition, t),
    date: edition.day,
    known: editionDate(edition, context),
    language: locale,
    groups: edition.groups.map((id) => ({ id, name: wordsIn(context, 'groups', id).name })),
    partners: edition.partners.map((id) => ({ id, name: nameOf(content, id) })),
    activities: edition.leaves.map((leaf) => ({
      id: leaf.id,
      label: labelIn(content, locale, leaf.label).text,
      sourceLabel: leaf.label,
      group: leaf.group,
      form: leaf.form,
      partner: leaf.partner ?? null,
      candidates: leaf.candidates,
      certainty: leaf.certainty,
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
        ? [{ id, title: source.title, publisher: source.publisher, date: source.date }]
        : [];
    }),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
