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
  /** Numbers of a point in the space of meanings. */
  readonly size: number;
  /** Key of a feature → its row. */
  readonly rows: ReadonlyMap<number, number>;
  /** The point of a row is the sum of one vector of each part; `of` has the number of the vector for each row. */
  readonly parts: readonly { readonly vectors: Int8Array; readonly of: Uint8Array }[];
  /** A direction of `size` numbers for each output: services, needs, danger, known. */
  readonly directions: Int8Array;
  readonly bias: Float32Array;
  /** What one step of a number of `parts` times one of `directions` stands for. */
  readonly scale: number;
}

/** One need: who helps, best first, and whether life or safety may be in danger. */
export interface Need {
  readonly id: string;
  readonly isAcute: boolean;
  readonly services: readonly { readonly id: number; readonly when: readonly string[] }[];
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

/** Reads a text. Pure and quick: a few hundred features, some twenty thousand additions. */
export function read(model: Model, text: string): Reading {
  const { services, needs, size, rows, parts, directions, bias, scale } = model;
  const point = new Float64Array(size);
  const { keys, values } = featuresOf(text, model.table);
  keys.forEach((key, feature) => {
    const row = rows.get(key);
    if (row === undefined) return;
    for (const { vectors, of } of parts)
      for (let at = of[row]! * size, place = 0; place < size; place++, at++)
        point[place] = point[place]! + vectors[at]! * values[feature]!;
  });
  const sums = Float64Array.from(bias, (start, output) => {
    let sum = 0;
    for (let at = output * size, place = 0; place < size; place++, at++) sum += directions[at]! * point[place]!;
    return start + sum * scale;
  });
  const acute = services.length + needs.length;
  const shares = (from: number, to: number): Float64Array => {
    const part = sums.slice(from, to);
    softmax(part);
    return part;
  };
  return {
    services: shares(0, services.length),
    needs: shares(services.length, acute),
    acute: sums[acute]!,
    known: sums[acute + 1]!,
  };
}
