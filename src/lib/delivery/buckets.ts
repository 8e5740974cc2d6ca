/** What lengths are rounded up to, in bytes. */
const grain = 1024;

export interface BucketOptions {
  /** How many lengths there may be. */
  readonly count: number;
  /** Bytes that padding needs at the least. */
  readonly room: number;
  /** How many pages must share a length. */
  readonly fewest: number;
  /** How many bytes more any page may cost its reader; exceeded only as far as no choice of lengths keeps it. */
  readonly most: number;
}

/** The end of a row of buckets: what they cost together, and where the last one starts. */
interface End {
  readonly cost: number;
  readonly from: number;
}

/**
 * The length that each page is padded to, in the order of `sizes`: at most `count` lengths, chosen so
 * that all readers together get as few bytes more as can be. After Miller et al. 2014, "I Know Why You
 * Went to the Clinic": who watches the line sees a set of pages, not one. Fewer than `fewest` pages in
 * all share one length.
 */
export function assignBuckets(sizes: readonly number[], options: BucketOptions): number[] {
  const order = sizes
    .map((size, index) => ({ size: Math.ceil((size + options.room) / grain) * grain, index }))
    .sort((a, b) => a.size - b.size || a.index - b.index);
  const sorted = order.map(({ size }) => size);
  const allowed = [1, 1.25, 1.5, 2, Infinity].map((times) => options.most * times);
  const starts = allowed.reduce<number[] | undefined>(
    (found, most) => found ?? cheapestStarts(sorted, { ...options, most }),
    undefined,
  ) ?? [0];
  const lengths: number[] = [];
  starts.forEach((from, bucket) => {
    const to = starts[bucket + 1] ?? sorted.length;
    for (const { index } of order.slice(from, to)) lengths[index] = sorted[to - 1] ?? 0;
  });
  return lengths;
}

/** Where the buckets of the cheapest choice start in the sorted sizes; undefined when none is allowed. */
function cheapestStarts(sorted: readonly number[], { count, fewest, most }: BucketOptions): number[] | undefined {
  const costOf = (from: number, to: number): number => {
    const top = sorted[to - 1] ?? 0;
    const allowed = to - from >= fewest && top - (sorted[from] ?? 0) <= most - grain;
    return allowed ? top * (to - from) : Infinity;
  };
  // rounds[k][n]: the best of k + 1 buckets for the first n sizes.
  const rounds: End[][] = [sorted.map((_, index) => ({ cost: costOf(0, index + 1), from: 0 }))];
  for (let round = 1; round < count; round++) {
    const before = rounds[round - 1] ?? [];
    rounds.push(
      sorted.map((_, index) => {
        let least: End = { cost: Infinity, from: 0 };
        for (let from = fewest; from <= index; from++) {
          const cost = (before[from - 1]?.cost ?? Infinity) + costOf(from, index + 1);
          if (cost < least.cost) least = { cost, from };
        }
        return least;
      }),
    );
  }
  const costs = rounds.map((ends) => ends.at(-1)?.cost ?? Infinity);
  const least = Math.min(...costs);
  if (!Number.isFinite(least)) return undefined;
  const starts: number[] = [];
  for (let round = costs.indexOf(least), to = sorted.length; round >= 0; round--) {
    const from = rounds[round]?.[to - 1]?.from ?? 0;
    starts.unshift(from);
    to = from;
  }
  return starts;
}
