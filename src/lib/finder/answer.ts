import { isDanger } from './danger.ts';
import { read, type Model, type Need } from './model.ts';
import { isTooShort, wordsOf } from './words.ts';

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
 * Log odds from which a text counts as known. Learning counts what is outside five times; this settles the rest, on the
 * exams. One or two words say little either way: with one limit for all, one in seven such wordings was not known.
 */
const fromKnown = { few: -0.5, more: 0.6 } as const;
/** Least share of a service that is still named. */
const leastShare = 0.004;
const mostServices = 8;
const mostNeeds = 5;
/** How much the services say by themselves, beside what the needs say about them. */
const ownVoice = 0.5;

/** Ranks the services for what a person typed. `weigh` says how much a service counts for who asks. */
export function answer(model: Model, text: string, weigh: (service: string) => number = () => 1): FinderAnswer {
  const nothing = { services: [], acute: false, known: false, question: null, needs: [] };
  if (isTooShort(text)) return nothing;
  const reading = read(model, text);
  const { services, needs, known } = reading;
  const isAcute = isDanger(model, text, reading);
  if (!isAcute && known < (wordsOf(text).length <= 2 ? fromKnown.few : fromKnown.more)) return nothing;
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
  const near = [...needs]
    .map((share, index) => ({ share, need: model.needs[index] }))
    .sort(
      (a, b) =>
        Number(b.need?.isAcute === true && isAcute) - Number(a.need?.isAcute === true && isAcute) || b.share - a.share,
    )
    .slice(0, mostNeeds)
    .flatMap(({ need }) => (need ? [need] : []));
  const lead = isAcute ? leadOf(model, near[0], ranked) : undefined;
  const first = ranked.find(({ id }) => id === lead);
  const ids = [...(first ? [first] : []), ...ranked.filter((one) => one !== first)]
    .filter((one, place) => place < 3 || one.share >= leastShare)
    .slice(0, mostServices)
    .map(({ id }) => id);
  const named = near.map(({ id }) => id);
  return { services: ids, acute: isAcute, known: true, question: named[0] ?? null, needs: named };
}

/**
 * Which emergency service comes first: the one that is most spoken for. Only where that is Veilig Thuis and the nearest
 * danger is one for 112, 112 does: who is being hit at this moment needs the police before advice.
 */
function leadOf(
  model: Model,
  nearest: Need | undefined,
  ranked: readonly { readonly id: string }[],
): string | undefined {
  const lead = ranked.find(({ id }) => emergencyServices.includes(id))?.id;
  const ofNearest = model.services[nearest?.services[0]?.id ?? -1];
  return lead === 'veilig-thuis' && ofNearest === 'noodnummer-112' ? ofNearest : lead;
}
