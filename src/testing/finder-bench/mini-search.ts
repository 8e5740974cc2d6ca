import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { FinderAnswer } from '../../lib/finder/answer.ts';
import { isSmall } from '../../lib/finder/small-words.ts';
import { stemOf } from '../../lib/finder/stem.ts';
import { wordsOf } from '../../lib/finder/words.ts';
import { ownScores, packIndex, unpackIndex, vote, type Documents, type Rival } from './votes.ts';

/** Chosen by its scores on exam-blind, so those flatter MiniSearch a little. Not by eval. */
const tuned = {
  /** Whether words are cut to our own stems. */
  hasStems: true,
  /** Whether words such as "the" are asked for. */
  asksSmall: false,
  /** Letters of a stem from which it also finds what begins with it. */
  prefixFrom: 5,
  /** Typing errors as a part of the length of a word. */
  fuzzy: 0.15,
  /** How much the label counts beside the wordings. */
  label: 0.2,
  /** How much what only begins so or looks so counts beside a word that is the same. */
  loose: 0.1,
  bm25: { k: 2.5, b: 0.7, d: 0 },
  voters: 3,
  power: 2,
};

interface NeedDocument {
  readonly id: number;
  readonly label: string;
  readonly wordings: string;
}

const options: Options<NeedDocument> = {
  fields: ['label', 'wordings'],
  tokenize: wordsOf,
  processTerm: stem,
  searchOptions: {
    processTerm: (word) => (tuned.asksSmall || !isSmall(word) ? stem(word) : null),
    combineWith: 'OR',
    boost: { label: tuned.label },
    prefix: (term) => term.length >= tuned.prefixFrom,
    fuzzy: tuned.fuzzy,
    weights: { prefix: tuned.loose, fuzzy: tuned.loose },
    bm25: tuned.bm25,
  },
};

function stem(word: string): string {
  return tuned.hasStems ? stemOf(word) : word;
}

function findWith(search: MiniSearch<NeedDocument>): Rival['find'] {
  return (text) => search.search(text).map(({ id, score }) => ({ need: id as number, score }));
}

/** The index as the file a visitor would load. */
export function packMiniSearch(documents: Documents): Uint8Array {
  const search = new MiniSearch(options);
  search.addAll(documents.texts.map(({ label, wordings }, id) => ({ id, label, wordings: wordings.join('\n') })));
  return packIndex(documents, ownScores(documents, findWith(search)), search);
}

// From here on in the place of our own finder, under its names, in Node and in the browser.

export function unpackModel(bytes: Uint8Array, edition?: string): Rival {
  const { index, ...packed } = unpackIndex<AsPlainObject>(bytes, edition);
  return { ...packed, find: findWith(MiniSearch.loadJS(index, options)) };
}

export function answer(rival: Rival, text: string, weigh?: (service: string) => number): FinderAnswer {
  return vote(rival, text, rival.find(text), tuned, weigh);
}
