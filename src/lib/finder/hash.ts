/** Bits of a key. With some 20,000 known features an unknown one meets a known one 5 times in a thousand. */
const keyBits = 22;

/** A number for a text, the same everywhere: FNV-1a over its code units, folded to `bits` bits. */
export function keyOf(text: string, bits: number = keyBits): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash ^= text.charCodeAt(place);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
}
