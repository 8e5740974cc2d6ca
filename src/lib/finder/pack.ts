import { ByteReader, ByteWriter } from './bytes.ts';
import { columnsOf, headNames, type HeadName, type Model } from './model.ts';

/**
 * The model as bytes: what is alike stands together, so that it packs well. Sorted keys are written as
 * steps, the columns of a row as steps from one to the next.
 */
export function packModel(model: Model): Uint8Array {
  const out = new ByteWriter();
  const { services, needs, table, rows, starts, columns, weights, heads } = model;
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
  const count = rows.size;
  for (let row = 0; row < count; row++) out.number(starts[row + 1]! - starts[row]!);
  for (let row = 0; row < count; row++) {
    let last = 0;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      out.number(columns[entry]! - last);
      last = columns[entry]!;
    }
  }
  for (const weight of weights) out.byte(weight + 128);
  for (const head of headNames) out.fraction(heads.scales[head]);
  for (const bias of heads.bias) out.fraction(bias);
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
  const starts = new Uint32Array(keys.length + 1);
  for (let row = 0; row < keys.length; row++) starts[row + 1] = starts[row]! + from.number();
  const total = starts[keys.length]!;
  const columns = new Uint16Array(total);
  for (let row = 0; row < keys.length; row++) {
    let last = 0;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) columns[entry] = last += from.number();
  }
  const weights = new Int8Array(total);
  for (let entry = 0; entry < total; entry++) weights[entry] = from.byte() - 128;
  const scales = Object.fromEntries(headNames.map((head) => [head, from.fraction()])) as Record<HeadName, number>;
  const bias = Float32Array.from({ length: columnsOf(services.length, needs.length).end }, () => from.fraction());
  return {
    edition: own,
    services,
    needs,
    table: { also, groups },
    rows: new Map(keys.map((key, row) => [key, row])),
    starts,
    columns,
    weights,
    heads: { scales, bias },
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
