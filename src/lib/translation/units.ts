import type { Content } from '../../domain/content.ts';
import { textKinds, type TextKind } from '../../domain/kinds.ts';
import { sourceLocale, type Locale } from '../../domain/locales.ts';
import { aboutFolder } from '../../domain/page.ts';
import type { TranslationState, UnitKey } from '../../domain/translation.ts';

export const unitOf = {
  page: (path: string): UnitKey => `pages/${path}`,
  text: (kind: TextKind, id: string): UnitKey => `${kind}/${id}`,
  interface: (part: string): UnitKey => `interface/${part}`,
  labels: (): UnitKey => 'activity-labels',
} as const;

/** Every text there is in the source language, in the order of its kinds. */
export function unitsOf(content: Content): UnitKey[] {
  return [...content.sourceHashes.keys()];
}

/**
 * How a text stands in a language. `outdated`: made from another version of the source, or nobody said
 * from which. `machine`: up to date, and no native speaker has checked it.
 */
export function stateOf(content: Content, unit: UnitKey, locale: Locale): TranslationState {
  if (locale === sourceLocale) return 'source';
  const translation = content.translations[locale]?.get(unit);
  if (translation === undefined) return 'missing';
  if (translation.of !== content.sourceHashes.get(unit)) return 'outdated';
  return translation.reviewedBy === undefined ? 'machine' : 'reviewed';
}

/** Whether a text may be shown in a language: it is there, and where an old one could harm it is not old. */
export function isShown(content: Content, unit: UnitKey, locale: Locale): boolean {
  const state = stateOf(content, unit, locale);
  if (state === 'source') return true;
  if (state === 'missing') return false;
  return state !== 'outdated' || !(isWeighty(content, unit) || hasOtherFacts(content, unit, locale));
}

const weightyKinds: ReadonlySet<string> = new Set<TextKind>(['partners', 'resources', 'routes', 'services']);
const weightyBlocks: ReadonlySet<string> = new Set(['Danger', 'Today', 'Phone']);
const weightyTopics: ReadonlySet<string> = new Set(['safe', 'rules', 'money']);
const weightyThemes: ReadonlySet<string> = new Set([
  'danger',
  'violence',
  'forced',
  'money',
  'papers',
  'rules',
  'site',
]);
const weightySources: ReadonlySet<string> = new Set(['law', 'government']);

/** Parts of the interface that stand beside numbers, and in which the site says what it promises. */
export const weightyParts: ReadonlySet<string> = new Set(['help', 'leave', 'service', 'trust', 'askFirst']);

/** A text on danger, numbers, law, anonymity or money: an old translation of it is withdrawn. */
export function isWeighty(content: Content, unit: UnitKey): boolean {
  const [kind = '', ...rest] = unit.split('/');
  const id = rest.join('/');
  if (kind === 'interface') return weightyParts.has(id);
  if (weightyKinds.has(kind)) return true;
  if (kind === 'questions') {
    const question = content.records.questions.get(id);
    return question !== undefined && (question.urgency !== 'calm' || weightyThemes.has(question.theme));
  }
  const page = kind === 'pages' ? pageIn(content, id, sourceLocale) : undefined;
  if (page === undefined) return false;
  return (
    page.folder === aboutFolder ||
    weightyTopics.has(page.meta.topic ?? '') ||
    page.components.some(({ name }) => weightyBlocks.has(name)) ||
    page.meta.sources.some((source) => weightySources.has(content.records.sources.get(source)?.kind ?? ''))
  );
}

/** Whether a page names other services, sources or links than its source does: then it would show other facts. */
function hasOtherFacts(content: Content, unit: UnitKey, locale: Locale): boolean {
  if (!unit.startsWith('pages/')) return false;
  const path = unit.slice('pages/'.length);
  const [source, page] = [pageIn(content, path, sourceLocale), pageIn(content, path, locale)];
  return source !== undefined && page !== undefined && blocksOf(source) !== blocksOf(page);
}

function pageIn(content: Content, path: string, locale: Locale) {
  return content.pages.find((page) => page.locale === locale && page.path === path);
}

function blocksOf({ components, links }: Content['pages'][number]): string {
  return JSON.stringify([components.map(({ name, attributes }) => [name, attributes]), links.map(({ to }) => to)]);
}

/** All kinds of text, for who lists them. */
export const unitKinds: readonly string[] = ['pages', ...textKinds, 'interface', 'activity-labels'];
