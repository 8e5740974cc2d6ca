import type { FinderAnswer } from './answer.ts';

export type Asker = 'self' | 'other' | 'professional';

/** What a page knows of a service, beside the model. */
export interface ServiceFacts {
  readonly audience: 'clients' | 'professionals' | 'both';
  readonly partner: string;
  readonly groups: readonly string[];
}

export interface Narrowing {
  readonly group?: string | undefined;
  readonly partner?: string | undefined;
}

/** How much a service counts for who asks: a professional looks for who advises, others for who helps. */
export function weightFor(asker: Asker, audience: ServiceFacts['audience']): number {
  if (asker === 'professional') return audience === 'clients' ? 1 : 4;
  return audience === 'professionals' ? 0.15 : 1;
}

/** Ids of services that stay when a visitor looks only at a group or an organisation; danger always stays. */
export function narrowed(
  answer: FinderAnswer,
  facts: ReadonlyMap<string, ServiceFacts>,
  { group, partner }: Narrowing,
): string[] {
  return answer.services.filter((id, place) => {
    if (answer.acute && place === 0) return true;
    const own = facts.get(id);
    return (!group || own?.groups.includes(group)) && (!partner || own?.partner === partner);
  });
}
