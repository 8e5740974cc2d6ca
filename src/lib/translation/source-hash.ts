import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { byCodeUnit } from '../order/by-code-unit.ts';

/** Twelve hexadecimal digits: two texts of one file never meet by chance. */
const digits = 12;

/**
 * The hash of a source text, by which a translation knows whether it is older than its source. White
 * space and the order of fields do not count, and what `leave` names is no text to translate.
 */
export function sourceHash(words: unknown, leave: readonly string[] = []): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(plain(words, leave))))).slice(0, digits);
}

function plain(value: unknown, leave: readonly string[]): unknown {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((one) => plain(one, leave));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key]) => !leave.includes(key))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, inner]) => [key, plain(inner, leave)]);
}
