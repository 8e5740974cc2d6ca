import type { Source } from '../domain/records.ts';
import { content } from './content.ts';

export interface ShownSource extends Source {
  readonly id: string;
}

/** Sources by id, each once, in the order given. */
export function sourcesOf(ids: readonly string[]): ShownSource[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = content.records.sources.get(id);
    return source?.visibility === 'public' ? [{ id, ...source }] : [];
  });
}
