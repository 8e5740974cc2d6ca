import type { z } from 'zod';
import type { Outside, WordGroups } from './finder-words.ts';
import type { recordSchemas, RecordKind, textSchemas, TextKind } from './kinds.ts';
import type { Locale } from './locales.ts';
import type { NumberSeals } from './number-seal.ts';
import type { PageMeta } from './page.ts';
import type { Translation, UnitKey } from './translation.ts';

/** Everything in `content/`, read and valid in itself; rules across records run on this. */
export interface Content {
  readonly records: { readonly [K in RecordKind]: ReadonlyMap<string, RecordOf<K>> };
  readonly texts: Readonly<Partial<Record<Locale, { readonly [K in TextKind]: ReadonlyMap<string, TextOf<K>> }>>>;
  readonly activityLabels: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;
  /** Why, what changed, and what a source is: the Dutch of the record on the left. */
  readonly mapWords: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;
  /** Words that mean the same to the finder. */
  readonly wordGroups: Readonly<Partial<Record<Locale, WordGroups>>>;
  /** What people type that the site is not for. */
  readonly outside: Readonly<Partial<Record<Locale, Outside>>>;
  /** Which numbers somebody compared with their source, by contact. */
  readonly numberSeals: Readonly<NumberSeals>;
  readonly pages: readonly Page[];
  readonly interface: Readonly<Partial<Record<Locale, InterfaceTexts>>>;
  /** The hash of every text in the source language, by its unit: what translations were made from. */
  readonly sourceHashes: ReadonlyMap<UnitKey, string>;
  /** What each translation says of itself, by language and unit. One that says nothing has an empty `of`. */
  readonly translations: Readonly<Partial<Record<Locale, ReadonlyMap<UnitKey, Translation>>>>;
}

type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;
export type TextOf<K extends TextKind> = z.infer<(typeof textSchemas)[K]>;

/** One MDX file: its place, its frontmatter and what it points to. */
export interface Page {
  readonly file: string;
  readonly locale: Locale;
  /** Folder and file name without ending: `work/check`. The same in every language. */
  readonly path: string;
  readonly folder: string;
  readonly meta: PageMeta;
  readonly links: readonly PagePointer[];
  readonly components: readonly PageComponent[];
}

export interface PagePointer {
  readonly to: string;
  readonly line: number;
}

export interface PageComponent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Nested strings of the interface, as i18next reads them. */
export interface InterfaceTexts {
  readonly [key: string]: string | InterfaceTexts;
}
