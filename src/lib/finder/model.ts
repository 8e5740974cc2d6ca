import { featuresOf } from './features.ts';
import type { GroupTable } from './groups.ts';
import { softmax } from './softmax.ts';

/** What the finder knows, as the browser gets it: small whole numbers. */
export interface Model {
  /** Name of the content it was made from: a page and its model must have the same. */
  readonly edition: string;
  readonly services: readonly string[];
  readonly needs: readonly Need[];
  readonly table: GroupTable;
  /** Key of a feature → its row. */
  readonly rows: ReadonlyMap<number, number>;
  /** Where a row's weights begin in `columns` and `weights`; one more than there are rows. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly weights: Int8Array;
  readonly heads: Heads;
}

/** One need: who helps, best first, and whether life or safety may be in danger. */
export interface Need {
  readonly id: string;
  readonly isAcute: boolean;
  readonly services: readonly { readonly id: number; readonly when: readonly string[] }[];
}

/** The columns of the table, side by side: services, acute, known, needs. */
interface Heads {
  readonly scales: Readonly<Record<HeadName, number>>;
  readonly bias: Float32Array;
}
export const headNames = ['services', 'acute', 'known', 'needs'] as const;
export type HeadName = (typeof headNames)[number];

/** First column of each head, and the number of columns. */
export function columnsOf(services: number, needs: number): Record<HeadName | 'end', number> {
  return { services: 0, acute: services, known: services + 1, needs: services + 2, end: services + 2 + needs };
}

/** What the model makes of a text. */
export interface Reading {
  /** Share of each service; they add up to 1. */
  readonly services: Float64Array;
  /** Share of each need; they add up to 1. */
  readonly needs: Float64Array;
  /** Log odds that life or safety is in danger. */
  readonly acute: number;
  /** Log odds that the text is about something the site knows. */
  readonly known: number;
}

/** Reads a text. Pure and quick: a few hundred features, a few thousand additions. */
export function read(model: Model, text: string): Reading {
  const { services, needs, heads, rows, starts, columns, weights } = model;
  const at = columnsOf(services.length, needs.length);
  const scales = new Float64Array(at.end);
  scales.fill(heads.scales.services, at.services, at.acute);
  scales.fill(heads.scales.acute, at.acute, at.known);
  scales.fill(heads.scales.known, at.known, at.needs);
  scales.fill(heads.scales.needs, at.needs, at.end);
  const sums = new Float64Array(at.end);
  const { keys, values } = featuresOf(text, model.table);
  keys.forEach((key, place) => {
    const row = rows.get(key);
    if (row === undefined) return;
    const value = values[place]!;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) sums[columns[entry]!]! += weights[entry]! * value;
  });
  for (let column = 0; column < at.end; column++) sums[column] = sums[column]! * scales[column]! + heads.bias[column]!;
  const shares = (from: number, to: number): Float64Array => {
    const part = sums.slice(from, to);
    softmax(part);
    return part;
  };
  return {
    services: shares(at.services, at.acute),
    needs: shares(at.needs, at.end),
    acute: sums[at.acute]!,
    known: sums[at.known]!,
  };
}
