import type { Content } from '../../domain/content.ts';

/** Entries of one kind that the site shows. */
export function publicRecords<
  K extends 'doors' | 'networks' | 'partners' | 'questions' | 'resources' | 'routes' | 'services' | 'groups',
>(content: Content, kind: K): [string, Content['records'][K] extends ReadonlyMap<string, infer R> ? R : never][] {
  const entries = [...content.records[kind]] as [string, { visibility: string }][];
  return entries.filter(([, record]) => record.visibility === 'public') as never;
}
