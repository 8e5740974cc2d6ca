import { byCodeUnit } from '../order/by-code-unit.ts';
import { featuresOf } from './features.ts';

/** One need as the finder reads it: who helps, how urgent, and every way to ask for it in any language. */
export interface NeedDocument {
  readonly id: string;
  readonly isAcute: boolean;
  /** Ids of services, the best first; a condition makes a service count a little less. */
  readonly services: readonly { readonly id: string; readonly isConditional: boolean }[];
  readonly wordings: readonly string[];
}

export interface FinderAnswer {
  /** Ids of services, the best first. Empty when the text is not known. */
  readonly services: readonly string[];
  /** Whether life or safety may be in danger; then an emergency service comes first. */
  readonly acute: boolean;
  /** False when the text is about nothing the site knows. */
  readonly known: boolean;
  /** The need that comes nearest. */
  readonly question: string | null;
}

type Vector = ReadonlyMap<string, number>;

/** Everything the finder looks things up in; made once, at build time or by the command. */
export interface FinderIndex {
  readonly needs: readonly NeedDocument[];
  readonly rarity: Vector;
  /** Every wording of every need, by the place of its need. */
  readonly wordings: readonly { readonly need: number; readonly vector: Vector }[];
  /** All wordings of a need taken together. */
  readonly wholes: readonly Vector[];
}

/** Makes the index. The same needs always give the same index. */
export function buildFinder(needs: readonly NeedDocument[]): FinderIndex {
  const read = needs.map(({ wordings }) => wordings.map(featuresOf));
  const rarity = rarityOf(read);
  return {
    needs,
    rarity,
    wordings: read.flatMap((all, need) => all.map((features) => ({ need, vector: unit(features, rarity) }))),
    wholes: read.map((all) => unit(together(all), rarity)),
  };
}

/** Least nearness of the best need before the finder says it knows what is meant. */
const knownFrom = 0.12;
/** How near an acute need must come to the best one before danger is put first. */
const acuteFrom = 0.75;
/** How many needs may bring services in, and how fast the later ones count less. */
const voices = { needs: 8, fade: 0.6, order: 0.55, conditional: 0.8 } as const;

/** Ranks the services for what a person typed. */
export function ask(index: FinderIndex, text: string): FinderAnswer {
  const query = unit(featuresOf(text), index.rarity);
  const ranked = rank(index, query);
  const [best] = ranked;
  if (best === undefined || best.score < knownFrom) return { services: [], acute: false, known: false, question: null };
  const acute = ranked.find(
    ({ need, score }) => index.needs[need]?.isAcute === true && score >= acuteFrom * best.score,
  );
  const services = vote(index, ranked.slice(0, voices.needs));
  const first = acute === undefined ? undefined : index.needs[acute.need]?.services[0]?.id;
  return {
    services: first === undefined ? services : [first, ...services.filter((id) => id !== first)],
    acute: acute !== undefined,
    known: true,
    question: index.needs[best.need]?.id ?? null,
  };
}

interface Ranked {
  readonly need: number;
  readonly score: number;
}

/** Half of the score is the nearest two wordings, half all wordings together. */
function rank(index: FinderIndex, query: Vector): Ranked[] {
  const near = index.needs.map((): number[] => []);
  for (const { need, vector } of index.wordings) near[need]?.push(product(query, vector));
  return near
    .map((scores, need) => {
      const [first = 0, second = 0] = scores.sort((a, b) => b - a);
      return { need, score: (first + 0.6 * second) / 1.6 / 2 + product(query, index.wholes[need] ?? new Map()) / 2 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.need - b.need);
}

function vote(index: FinderIndex, ranked: readonly Ranked[]): string[] {
  const votes = new Map<string, number>();
  ranked.forEach(({ need, score }, place) => {
    index.needs[need]?.services.forEach(({ id, isConditional }, order) => {
      const voice =
        (score * (place === 0 ? 1 : voices.fade) * (isConditional ? voices.conditional : 1)) /
        (1 + voices.order * order);
      votes.set(id, (votes.get(id) ?? 0) + voice);
    });
  });
  return [...votes].sort(([a, left], [b, right]) => right - left || byCodeUnit(a, b)).map(([id]) => id);
}

/** How telling a feature is: the fewer needs have it, the more. */
function rarityOf(read: readonly (readonly Vector[])[]): Vector {
  const counts = new Map<string, number>();
  for (const all of read)
    for (const feature of new Set(all.flatMap((features) => [...features.keys()])))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].map(([feature, count]) => [feature, Math.log((read.length + 1) / (count + 0.5))]));
}

function together(all: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const features of all)
    for (const [feature, amount] of features) sum.set(feature, (sum.get(feature) ?? 0) + amount);
  return sum;
}

/** A vector of length 1; a feature that no need has, or all have, is left out. */
function unit(features: Vector, rarity: Vector): Vector {
  const weighed = [...features].flatMap(([feature, amount]): [string, number][] => {
    const rare = rarity.get(feature) ?? 0;
    return rare > 0 ? [[feature, Math.sqrt(amount) * rare]] : [];
  });
  const length = Math.hypot(...weighed.map(([, value]) => value)) || 1;
  return new Map(weighed.map(([feature, value]) => [feature, value / length]));
}

function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [feature, value] of a) sum += value * (b.get(feature) ?? 0);
  return sum;
}
