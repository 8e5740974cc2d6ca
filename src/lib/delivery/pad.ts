/**
 * Padding of compressed bodies, so that the length on the wire no longer tells which page was read.
 * Decoders skip it: RFC 1952 (gzip), 2.3.1.1, and RFC 7932 (brotli), 9.2.
 */

/** Bytes that padding needs at the least, in either format. */
export const leastPadding = 7;

const extraField = 0x04;
const headerLength = 10;
/** Name of our field: no registered one (RFC 1952, appendix). */
const fieldName = [0x70, 0x61];
/** What one extra field can hold: its length has two bytes, four of which go to its name and inner length. */
const mostExtra = 0xffff;

/**
 * A gzip member of exactly `length` bytes with the same content. Throws when it cannot be: `length`
 * is less than `leastPadding` more, or more than one extra field can hold.
 */
export function padGzip(member: Uint8Array, length: number): Uint8Array {
  const extra = length - member.length - 2;
  if (extra < 4 || extra > mostExtra) throw new RangeError(`Cannot pad ${String(member.length)} to ${String(length)}`);
  if (((member[3] ?? 0) & extraField) !== 0) throw new RangeError('Has an extra field already');
  const padded = new Uint8Array(length);
  padded.set(member.subarray(0, headerLength));
  padded[3] = (member[3] ?? 0) | extraField;
  padded.set([extra & 0xff, extra >> 8, ...fieldName, (extra - 4) & 0xff, (extra - 4) >> 8], headerLength);
  padded.set(member.subarray(headerLength), length - (member.length - headerLength));
  return padded;
}

/** The last, empty block of a brotli stream. */
const lastBlock = 0x03;
/** What a metadata block can skip with a length of one, two and three bytes. */
const mostSkipped = [0, 0x100, 0x10000, 0x1000000];

/**
 * A whole brotli stream of exactly `length` bytes, of one that was flushed to a byte and not ended.
 * Throws when `length` is not larger.
 */
export function padBrotli(flushed: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  let at = flushed.length;
  if (length - at < 1) throw new RangeError(`Cannot pad ${String(flushed.length)} to ${String(length)}`);
  padded.set(flushed);
  while (at < length - 1) {
    const block = metadataBlock(length - 1 - at);
    padded.set(block.header, at);
    at += block.header.length + block.skipped;
  }
  padded[at] = lastBlock;
  return padded;
}

/** The head of the largest metadata block that fits into `room` bytes, and how many bytes it skips. */
function metadataBlock(room: number): { header: readonly number[]; skipped: number } {
  for (const lengthBytes of [3, 2, 1]) {
    const headBytes = lengthBytes + 1;
    const skipped = Math.min(room - headBytes, mostSkipped[lengthBytes] ?? 0);
    // The last byte of a length may not be zero, so a short one is written short.
    if (skipped <= (mostSkipped[lengthBytes - 1] ?? 0)) continue;
    // From the lowest bit: not last; no more bits of a length; reserved; how many bytes the length has; the length less one.
    const bits = 0b0110 + lengthBytes * 16 + (skipped - 1) * 64;
    return { header: Array.from({ length: headBytes }, (_, byte) => Math.floor(bits / 256 ** byte) & 0xff), skipped };
  }
  return { header: [0b0110], skipped: 0 };
}
