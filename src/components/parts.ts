import type { Pictogram } from '../domain/pictograms.ts';

/** The parts of a page: heading in the interface under "prose", anchor in the address, drawing. */
export const parts = {
  InShort: { heading: 'inShort', anchor: 'short', pictogram: 'lines' },
  Now: { heading: 'now', anchor: 'now', pictogram: 'steps' },
  Who: { heading: 'who', anchor: 'who', pictogram: 'beside' },
  Say: { heading: 'say', anchor: 'say', pictogram: 'speech' },
  GoodToKnow: { heading: 'goodToKnow', anchor: 'more', pictogram: 'lamp' },
} as const satisfies Record<string, { heading: string; anchor: string; pictogram: Pictogram }>;

export type PartName = keyof typeof parts;
