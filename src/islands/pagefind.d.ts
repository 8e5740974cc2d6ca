/**
 * The part of Pagefind's own script that is called here. The script itself comes out of the pagefind
 * package while the site is built, see src/gate/search-engine.ts.
 */
export interface Found {
  readonly id: string;
  readonly score: number;
}

export interface Engine {
  preload(words: string): Promise<void>;
  /** `null` finds every page. */
  search(words: string | null): Promise<{ readonly results: readonly Found[] }>;
}

export function createInstance(options: {
  /** Folder of the index, with a slash at the end. */
  readonly basePath: string;
  /** A worker is made from an address, which Trusted Types forbids. */
  readonly noWorker: true;
  /** Goes out as `?ts=`; without it the clock of the visitor does. */
  readonly metaCacheTag: string;
}): Engine;
