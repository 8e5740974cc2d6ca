import { emergencyServices, type FinderAnswer } from '../../lib/finder/answer.ts';
import type { Need } from '../../lib/finder/model.ts';
import { targetOf } from '../../lib/finder/target.ts';

/** What a library is given to index: one document a need, in one language. */
export interface Documents {
  readonly edition: string;
  readonly services: readonly string[];
  readonly needs: readonly Need[];
  /** In the order of the needs. */
  readonly texts: readonly { readonly label: string; readonly wordings: readonly string[] }[];
}

/** A need that a library found, by its place. */
export interface Hit {
  readonly need: number;
  readonly score: number;
}

/** A library with its index in memory, in the form in which the page of the finder takes ours. */
export interface Rival {
  readonly edition: string;
  readonly services: readonly string[];
  readonly needs: readonly Need[];
  /** What the label of each need scores with its own need. */
  readonly own: readonly number[];
  /** Needs for a text, the best first. */
  readonly find: (text: string) => Hit[];
}

/** How the needs that were found decide on services. */
export interface Voting {
  /** How many needs have a vote. */
  readonly voters: number;
  /** Power of a score in its vote. */
  readonly power: number;
}

/** Below this part of what a need's own label scores, nothing was found. Common sense, never tried out. */
const leastKnown = 1 / 3;

/** Services by votes of the best needs, in the form in which our own finder answers. */
export function vote(
  { services, needs, own }: Omit<Rival, 'find'>,
  text: string,
  hits: readonly Hit[],
  { voters, power }: Voting,
  weigh: (service: string) => number = () => 1,
): FinderAnswer {
  const nothing = { services: [], acute: false, known: false, question: null, needs: [] };
  const [best] = hits;
  const nearest = needs[best?.need ?? -1];
  if (!best || !nearest) return nothing;
  if (!nearest.isAcute && best.score < leastKnown * (own[best.need] ?? 0)) return nothing;
  const shares = new Map<number, number>();
  for (const { need, score } of hits.slice(0, voters))
    for (const [service, share] of targetOf(needs[need]!, text))
      shares.set(service, (shares.get(service) ?? 0) + share * (score / best.score) ** power);
  const ranked = [...shares]
    .map(([index, share]) => ({ id: services[index] ?? '', share: share * weigh(services[index] ?? '') }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const first = nearest.isAcute ? ranked.find((id) => emergencyServices.includes(id)) : undefined;
  const near = hits.slice(0, 5).flatMap(({ need }) => needs[need]?.id ?? []);
  return {
    services: [...(first === undefined ? [] : [first]), ...ranked.filter((id) => id !== first)].slice(0, 8),
    acute: nearest.isAcute,
    known: true,
    question: near[0] ?? null,
    needs: near,
  };
}

/** A library's index as a file: what every finder needs to know of needs and services, and the index itself. */
export function packIndex({ edition, services, needs }: Documents, own: readonly number[], index: unknown): Uint8Array {
  const short = own.map((score) => Number(score.toPrecision(3)));
  return new TextEncoder().encode(JSON.stringify({ edition, services, needs, own: short, index }));
}

export interface PackedIndex<I> extends Omit<Rival, 'find'> {
  readonly index: I;
}

export function unpackIndex<I>(bytes: Uint8Array, edition?: string): PackedIndex<I> {
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as PackedIndex<I>;
  if (edition !== undefined && packed.edition !== edition) throw new Error('Another edition');
  return packed;
}

/** What the label of each need scores with its own need. */
export function ownScores({ texts }: Documents, find: Rival['find']): number[] {
  return texts.map(({ label }, need) => find(label).find((hit) => hit.need === need)?.score ?? 0);
}
