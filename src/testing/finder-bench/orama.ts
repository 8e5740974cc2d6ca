import { create, insert, load, save, search, type RawData, type Tokenizer } from '@orama/orama';
import type { FinderAnswer } from '../../lib/finder/answer.ts';
import { isSmall } from '../../lib/finder/small-words.ts';
import { stemOf } from '../../lib/finder/stem.ts';
import { wordsOf } from '../../lib/finder/words.ts';
import { ownScores, packIndex, unpackIndex, vote, type Documents, type Rival } from './votes.ts';

/** Chosen by its scores on exam-blind, so those flatter Orama a little. Not by eval. */
const tuned = {
  /** Whether words are cut to our own stems. */
  hasStems: false,
  /** Whether words such as "the" count. */
  keepsSmall: false,
  /** Whether a word finds only itself. Orama always finds what begins with it, so a sign closes each word. */
  whole: true,
  /** How much the label counts beside the wordings. */
  label: 0.1,
  /** Its term frequency is a part of the length of a text, so that saturation is far below the usual 1.2. */
  relevance: { k: 0.001, b: 0, d: 0 },
  voters: 20,
  power: 2,
};

const schema = { label: 'string', wordings: 'string' } as const;

const tokenizer: Tokenizer = {
  language: 'words of the finder',
  normalizationCache: new Map(),
  tokenize: (text) =>
    wordsOf(text)
      .filter((word) => tuned.keepsSmall || !isSmall(word))
      .map((word) => (tuned.hasStems ? stemOf(word) : word) + (tuned.whole ? '$' : '')),
};

const empty = () => create({ schema, components: { tokenizer } });
type Orama = ReturnType<typeof empty>;

function findWith(db: Orama): Rival['find'] {
  return (text) => {
    const { label, relevance, voters } = tuned;
    // With a tokenizer and no hooks of our own it answers at once, whatever its type says.
    const found = search(db, { term: text, boost: { label }, relevance, limit: voters }) as Exclude<
      ReturnType<typeof search<Orama>>,
      Promise<unknown>
    >;
    return found.hits.map(({ id, score }) => ({ need: Number(id), score }));
  };
}

/** The index as the file a visitor would load: without the texts, which it keeps beside the index. */
export function packOrama(documents: Documents): Uint8Array {
  const db = empty();
  documents.texts.forEach(({ label, wordings }, id) => {
    void insert(db, { id: String(id), label, wordings: wordings.join('\n') });
  });
  const own = ownScores(documents, findWith(db));
  const raw = structuredClone(save(db));
  const { docs } = raw.docs as { docs: Record<string, Record<string, string>> };
  for (const [key, { id = '' }] of Object.entries(docs)) docs[key] = { id };
  return packIndex(documents, own, raw);
}

// From here on in the place of our own finder, under its names, in Node and in the browser.

export function unpackModel(bytes: Uint8Array, edition?: string): Rival {
  const { index, ...packed } = unpackIndex<RawData>(bytes, edition);
  const db = empty();
  load(db, index);
  return { ...packed, find: findWith(db) };
}

export function answer(rival: Rival, text: string, weigh?: (service: string) => number): FinderAnswer {
  return vote(rival, text, rival.find(text), tuned, weigh);
}
