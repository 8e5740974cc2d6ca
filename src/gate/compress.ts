import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { assignBuckets } from '../lib/delivery/buckets.ts';
import { leastPadding, padBrotli, padGzip } from '../lib/delivery/pad.ts';
import { filesBelow } from './files-below.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Files that get smaller; pictures, fonts, PDFs and the search index are small as they are. */
const compressible = new Set([
  '.bin', '.css', '.csv', '.html', '.js', '.json', '.mm', '.opml', '.svg', '.txt', '.xml',
]); // prettier-ignore

/** How pages share their lengths: at most three lengths, of ten pages or more. */
const sharing = { count: 3, room: leastPadding, fewest: 10, most: 16_384 };

/**
 * Effort of brotli. The highest made pages an eighth to a twentieth shorter and the build wait three times
 * as long for them; what every visitor of the finder loads is worth it.
 */
const effortOf = (path: string): number => (['.bin', '.css', '.js'].includes(extname(path)) ? 11 : 9);

/** How many files are read and compressed at a time. */
const atOnce = 8;

/**
 * Writes beside every file that gets smaller its gzip and brotli form. Pages are padded to one of three
 * lengths of each, so that who watches the line does not learn from the length which one was read.
 */
export async function compressSite(dist: string): Promise<void> {
  const paths = (await filesBelow(dist))
    .filter((name) => compressible.has(extname(name)))
    .map((name) => join(dist, name));
  const forms = await inTurn(paths, compressed);
  const pages = forms.filter(({ path }) => path.endsWith('.html'));
  const gzipLengths = assignBuckets(
    pages.map((page) => page.gzip.length),
    sharing,
  );
  const brotliLengths = assignBuckets(
    pages.map((page) => page.brotli.length),
    sharing,
  );
  const lengths = new Map(
    pages.map(({ path }, index) => [path, { gzip: gzipLengths[index] ?? 0, brotli: brotliLengths[index] ?? 0 }]),
  );
  await inTurn(forms, async ({ path, gzip, brotli }) => {
    const length = lengths.get(path);
    await writeFile(`${path}.gz`, length ? padGzip(gzip, length.gzip) : gzip);
    await writeFile(`${path}.br`, padBrotli(brotli, length?.brotli ?? brotli.length + 1));
  });
}

interface Forms {
  readonly path: string;
  readonly gzip: Uint8Array;
  /** Flushed, not ended: see padBrotli. */
  readonly brotli: Uint8Array;
}

async function compressed(path: string): Promise<Forms> {
  const bytes = await readFile(path);
  const [small, smaller] = await Promise.all([
    toGzip(bytes, { level: 9 }),
    toBrotli(bytes, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effortOf(path),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ]);
  // The system on which it was compressed; unknown, so that it is the same on all.
  small[9] = 0xff;
  return { path, gzip: small, brotli: smaller };
}

/** Does something with every item, a few at a time, and gives the results in order. */
async function inTurn<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(act))));
  return results;
}
