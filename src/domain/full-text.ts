/**
 * Full-text search: its address below a language, the folder of what it loads, and the word that proves
 * an index whole. Addresses that say nothing of what is looked for.
 */
export const fullText = {
  page: 'search',
  folder: 'lists',
  /**
   * Stands in every page of the index and on none of the site, so a search for it must find them all.
   * Georgian, so that no word in Latin, Cyrillic or Arabic letters begins with it and it is the last of the
   * index: half a file lacks it.
   */
  canary: 'ჯჯჯ',
  /** Stands in a built page where the size of what it loads comes, see src/lib/full-text/finish-page.ts. */
  sizeMark: '{size}',
  /** The same for the checksums of the files it loads. */
  filesMark: '{files}',
} as const;

/** Checksums, as `integrity` writes them, of the files a search page may load, by their path below the folder. */
export type FileSums = Readonly<Record<string, string>>;

/** By what results can be narrowed. */
export type FilterName = 'group' | 'partner';

/** Ids by which one page can be found: the target groups it is for, and the partners it names. */
export type PageLabels = Readonly<Record<FilterName, readonly string[]>>;

/** What a result shows of a page, and by what it can be narrowed. */
export interface ListedPage extends PageLabels {
  readonly address: string;
  readonly title: string;
  readonly short: string;
}

/** The pages of one language by the id the index has for them. */
export type PageTable = Readonly<Record<string, ListedPage>>;
