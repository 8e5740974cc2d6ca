import { read, type Model } from './model.ts';

/** Ids of services that are there day and night for danger. */
export const emergencyServices: readonly string[] = [
  'noodnummer-112',
  'centrum-seksueel-geweld',
  'zelfmoordpreventie-113',
  'veilig-thuis',
];

export interface FinderAnswer {
  /** Ids of services, the best first. Empty when the text is not known. */
  readonly services: readonly string[];
  /** Whether life or safety may be in danger; then an emergency service comes first. */
  readonly acute: boolean;
  /** False when the text is about nothing the site knows. */
  readonly known: boolean;
  /** The need that comes nearest. */
  readonly question: string | null;
  /** More needs that come near, the nearest first; the first is `question`. */
  readonly needs: readonly string[];
}

/**
 * Log odds from which danger is put first, and from which a text counts as known. Learning already counts danger
 * that is missed three times, and what is outside five times; these settle the rest, on the exams.
 */
const from = { danger: -3, known: 0.3 } as const;
/** Least share of a service that is still named. */
const leastShare = 0.004;
const mostServices = 8;
const mostNeeds = 5;
/** How much the services say by themselves, beside what the needs say about them. */
const ownVoice = 0.7;

/** Ranks the services for what a person typed. `weigh` says how much a service counts for who asks. */
export function answer(model: Model, text: string, weigh: (service: string) => number = () => 1): FinderAnswer {
  const nothing = { services: [], acute: false, known: false, question: null, needs: [] };
  if (!/[\p{L}\p{N}]/u.test(text)) return nothing;
  const { services, needs, acute, known } = read(model, text);
  const acuteNeeds = needs.reduce((sum, share, index) => (model.needs[index]?.isAcute ? sum + share : sum), 0);
  const isAcute = dangerOf(acute, acuteNeeds, known) > from.danger;
  if (!isAcute && known < from.known) return nothing;
  const shares = Float64Array.from(services, (share) => ownVoice * share);
  needs.forEach((share, index) => {
    const order = model.needs[index]?.services ?? [];
    const sum = order.reduce((total, _, place) => total + 0.2 ** place, 0);
    order.forEach(({ id }, place) => {
      shares[id]! += ((1 - ownVoice) * share * 0.2 ** place) / sum;
    });
  });
  const ranked = model.services
    .map((id, index) => ({ id, share: shares[index]! * weigh(id) }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  const first = isAcute ? ranked.find(({ id }) => emergencyServices.includes(id)) : undefined;
  const ids = [...(first ? [first] : []), ...ranked.filter((one) => one !== first)]
    .filter((one, place) => place < 3 || one.share >= leastShare)
    .slice(0, mostServices)
    .map(({ id }) => id);
  const near = [...needs]
    .map((share, index) => ({ share, need: model.needs[index] }))
    .sort(
      (a, b) =>
        Number(b.need?.isAcute === true && isAcute) - Number(a.need?.isAcute === true && isAcute) || b.share - a.share,
    )
    .slice(0, mostNeeds)
    .flatMap(({ need }) => (need ? [need.id] : []));
  return { services: ids, acute: isAcute, known: true, question: near[0] ?? null, needs: near };
}

/**
 * How much speaks for danger, in log odds: what is read of danger itself, and the share of dangers among the needs
 * that come nearest. Less where the text seems to be about nothing the site knows.
 */
function dangerOf(acute: number, acuteNeeds: number, known: number): number {
  const tiny = 0.001;
  return acute + Math.log((acuteNeeds + tiny) / (1 - acuteNeeds + tiny)) + Math.min(0, known);
}
