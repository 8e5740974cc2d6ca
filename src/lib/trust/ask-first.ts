import type { Service, TrustFact, TrustTopic } from '../../domain/service.ts';

/** What a visitor may ask before telling anything: keys of the interface, in the order to ask them. */
export type AskFirst = 'name' | 'write' | 'hears' | 'cost';

/** A question belongs to the topics it would answer, and is asked while one of them is unknown. */
const answers: Readonly<Record<AskFirst, readonly TrustTopic[]>> = {
  name: ['anonymous', 'id-asked', 'bsn-asked', 'papers-asked'],
  write: ['in-chain-registration'],
  hears: ['shared-with-police', 'shared-with-immigration', 'shared-with-tax', 'discussed-with-partners'],
  cost: ['free'],
};

/** Facts that may be shown: sourced, and not low or recall. */
export function knownFacts(service: Pick<Service, 'trust'>): readonly TrustFact[] {
  return service.trust.filter((fact) => fact.confidence !== 'low' && fact.confidence !== 'recall');
}

/**
 * The short script for what is unknown. Who may stay anonymous needs not ask for a name or papers;
 * every other question stands until each of its topics is known.
 */
export function askFirst(service: Pick<Service, 'trust'>): AskFirst[] {
  const known = new Map(knownFacts(service).map((fact) => [fact.topic, fact.answer]));
  return (Object.keys(answers) as AskFirst[]).filter((question) => {
    if (question === 'name' && known.get('anonymous') === 'yes') return false;
    return answers[question].some((topic) => !known.has(topic));
  });
}
