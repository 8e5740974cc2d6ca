import { ByteReader, ByteWriter } from './bytes.ts';
import type { Model } from './model.ts';

/** The model as bytes: what is alike stands together, so that it packs well; sorted keys are written as steps. */
export function packModel(model: Model): Uint8Array {
  const out = new ByteWriter();
  const { services, needs, table, size, rows, parts, directions, bias, scale } = model;
  out.text(model.edition);
  out.text(services.join(' '));
  out.text(needs.map(({ id }) => id).join(' '));
  for (const need of needs) {
    out.byte(Number(need.isAcute));
    out.number(need.services.length);
    for (const { id, when } of need.services) {
      out.number(id);
      out.text(when.join(' '));
    }
  }
  out.number(table.also.length);
  for (const also of table.also) {
    out.number(also.length);
    for (const group of also) out.number(group);
  }
  steps(out, [...table.groups.keys()]);
  for (const groups of table.groups.values()) out.number(groups.length);
  for (const groups of table.groups.values()) for (const group of groups) out.number(group);
  steps(out, [...rows.keys()]);
  out.number(size);
  out.number(parts.length);
  for (const { vectors, of } of parts) {
    for (const vector of of) out.byte(vector);
    out.number(vectors.length);
    for (const number of vectors) out.byte(number);
  }
  out.number(directions.length);
  for (const number of directions) out.byte(number);
  for (const start of bias) out.fraction(start);
  out.fraction(scale);
  return out.done();
}

/** The model from its bytes. Throws when they are not whole or of another edition than is asked for. */
export function unpackModel(bytes: Uint8Array, edition?: string): Model {
  const from = new ByteReader(bytes);
  const own = from.text();
  if (edition !== undefined && own !== edition) throw new Error('Another edition');
  const services = from.text().split(' ');
  const needs = from
    .text()
    .split(' ')
    .map((id) => ({
      id,
      isAcute: from.byte() === 1,
      services: list(from.number(), () => ({ id: from.number(), when: from.text().split(' ').filter(Boolean) })),
    }));
  const also = list(from.number(), () => list(from.number(), () => from.number()));
  const groupKeys = unstep(from);
  const groupCounts = groupKeys.map(() => from.number());
  const groups = new Map(groupKeys.map((key, index) => [key, list(groupCounts[index]!, () => from.number())]));
  const keys = unstep(from);
  const size = from.number();
  const parts = list(from.number(), () => {
    const of = Uint8Array.from(keys, () => from.byte());
    return { of, vectors: Int8Array.from({ length: from.number() }, () => from.byte()) };
  });
  const directions = Int8Array.from({ length: from.number() }, () => from.byte());
  const bias = Float32Array.from({ length: directions.length / size }, () => from.fraction());
  return {
    edition: own,
    services,
    needs,
    table: { also, groups },
    rows: new Map(keys.map((key, row) => [key, row])),
    size,
    parts,
    directions,
    bias,
    scale: from.fraction(),
  };
}

function steps(out: ByteWriter, sorted: readonly number[]): void {
  out.number(sorted.length);
  let last = 0;
  for (const value of sorted) {
    out.number(value - last);
    last = value;
  }
}

function unstep(from: ByteReader): number[] {
  let last = 0;
  return list(from.number(), () => (last += from.number()));
}

function list<T>(length: number, next: () => T): T[] {
  return Array.from({ length }, next);
}
