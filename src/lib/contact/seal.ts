import { isMap, isScalar, parseDocument, Scalar, YAMLMap, YAMLSeq, type Document } from 'yaml';
import type { NumberSeal } from '../../domain/number-seal.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';

/**
 * The file of seals with one seal more. Seals of this contact on numbers it no longer has go; comments
 * and all else stay as they were.
 */
export function withSeal(file: string, contact: string, seal: NumberSeal, numbers: readonly string[]): string {
  const doc: Document = parseDocument(file, { schema: 'core' });
  const seals = isMap(doc.contents) ? doc.contents : new YAMLMap();
  doc.contents = seals;
  const before = seals.get(contact);
  const kept = (before instanceof YAMLSeq ? (before.items as unknown[]) : []).filter((one) => {
    const number: unknown = isMap(one) ? one.get('number') : undefined;
    return number !== seal.number && numbers.includes(String(number));
  });
  const list = new YAMLSeq();
  list.items = [...kept, sealNode(seal)];
  seals.set(contact, list);
  const nameOf = ({ key }: { key: unknown }): string => String(isScalar(key) ? key.value : key);
  seals.items.sort((a, b) => byCodeUnit(nameOf(a), nameOf(b)));
  return doc.toString({ lineWidth: 0, singleQuote: true });
}

/** Quotes around the number: without them +31 … is a sum, and a 0 in front is lost. */
function sealNode({ number, by, on }: NumberSeal): YAMLMap {
  const node = new YAMLMap();
  const quoted = new Scalar(number);
  quoted.type = Scalar.QUOTE_SINGLE;
  node.set('number', quoted);
  node.set('by', by);
  node.set('on', on);
  return node;
}
