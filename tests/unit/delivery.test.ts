import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assignBuckets } from '../../src/lib/delivery/buckets.ts';
import { askFor, readManifest, writeManifest } from '../../src/lib/delivery/manifest.ts';
import { leastPadding, padBrotli, padGzip } from '../../src/lib/delivery/pad.ts';
import { securityTxt } from '../../src/lib/delivery/security-txt.ts';

const texts = ['', 'a', 'Bel 112. '.repeat(2000)];
const flushed = (text: string): Uint8Array =>
  brotliCompressSync(Buffer.from(text), { finishFlush: constants.BROTLI_OPERATION_FLUSH });

describe('T8 padding', () => {
  // Every length of a block's head, both sides of every step, and what lies between two steps.
  const more = [1, 2, 3, 4, 5, 6, 7, 257, 258, 259, 260, 261, 262, 263, 515, 16_000, 65_538, 65_539, 65_540, 70_000];

  it.each(texts)('leaves what a brotli decoder reads as it was: %.8s', (text) => {
    const stream = flushed(text);
    for (const extra of more) {
      const padded = padBrotli(stream, stream.length + extra);
      expect(padded.length).toBe(stream.length + extra);
      expect(brotliDecompressSync(padded).toString(), String(extra)).toBe(text);
    }
    expect(() => padBrotli(stream, stream.length)).toThrow(RangeError);
  });

  it.each(texts)('leaves what a gzip decoder reads as it was: %.8s', (text) => {
    const member = gzipSync(text);
    for (const extra of [leastPadding, 8, 1000, 60_000]) {
      const padded = padGzip(member, member.length + extra);
      expect(padded.length).toBe(member.length + extra);
      expect(gunzipSync(padded).toString()).toBe(text);
    }
    for (const extra of [0, 5, 70_000]) expect(() => padGzip(member, member.length + extra)).toThrow(RangeError);
    expect(() => padGzip(padGzip(member, member.length + 100), member.length + 200)).toThrow(RangeError);
  });
});

describe('T8 lengths of pages', () => {
  const options = { count: 3, room: 7, fewest: 2, most: 16_384 };

  it('are few, fit every page, and cost as little as can be', () => {
    const sizes = [60_000, 3000, 1000, 25_000, 61_000, 24_000, 2000];
    expect(assignBuckets(sizes, options)).toEqual([61_440, 3072, 3072, 25_600, 61_440, 25_600, 3072]);
  });

  it('cost no reader more than is allowed, even where two lengths would cost less together', () => {
    const sizes = [...Array.from({ length: 50 }, () => 30_000), 1000, 1000];
    const lengths = assignBuckets(sizes, { ...options, count: 2, fewest: 3 });
    expect(new Set(lengths).size).toBe(1);
    expect(assignBuckets(sizes, { ...options, count: 2 }).slice(-2)).toEqual([1024, 1024]);
  });

  it('are shared by enough pages, or are one', () => {
    const sizes = [1000, 5000, 9000, 13_000];
    const counts = (lengths: number[]) =>
      [...new Set(lengths)].map((one) => lengths.filter((two) => one === two).length);
    expect(counts(assignBuckets(sizes, options))).toEqual([2, 2]);
    expect(counts(assignBuckets(sizes, { ...options, fewest: 10 }))).toEqual([4]);
    expect(assignBuckets([], options)).toEqual([]);
  });
});

describe('T19 the manifest', () => {
  const entries = [
    { path: 'nl/index.html', sha256: 'b'.repeat(64) },
    { path: 'a b.txt', sha256: 'a'.repeat(64) },
  ];

  it('is sorted, and read as it was written', () => {
    const text = writeManifest(entries);
    expect(text).toBe(`${'a'.repeat(64)}  a b.txt\n${'b'.repeat(64)}  nl/index.html\n`);
    expect(readManifest(text)).toEqual([entries[1], entries[0]]);
  });

  it.each(['hello', `${'a'.repeat(63)}  x`, `${'a'.repeat(64)}  ../x`, `${'a'.repeat(64)} x`])(
    'refuses "%s"',
    (line) => {
      expect(() => readManifest(`${writeManifest(entries)}${line}\n`)).toThrow('Line 3');
    },
  );

  it('knows where a file is found, and by which encoding', () => {
    expect(askFor('nl/index.html', '/')).toEqual({ address: '/nl/', encoding: 'identity' });
    expect(askFor('index.html.br', '/')).toEqual({ address: '/', encoding: 'br' });
    expect(askFor('nl/404.html.gz', '/help')).toEqual({ address: '/help/nl/404.html', encoding: 'gzip' });
  });
});

it('security.txt says what RFC 9116 wants, each once', () => {
  const text = securityTxt('mailto:a@example.org', 'https://example.org/.well-known/security.txt', '2027-01-02', [
    'nl',
  ]);
  expect(text.split('\n').map((line) => line.split(': ')[0])).toEqual([
    'Contact',
    'Expires',
    'Preferred-Languages',
    'Canonical',
    '',
  ]);
  expect(text).toContain('Expires: 2027-01-02T00:00:00.000Z\n');
});
