import { close, createIndex } from 'pagefind';
import type { FinderAnswer } from '../../lib/finder/answer.ts';
import { isSmall } from '../../lib/finder/small-words.ts';
import { wordsOf } from '../../lib/finder/words.ts';
import { ownScores, vote, type Documents, type Hit } from './votes.ts';

/**
 * Chosen by its scores on exam-blind, so those flatter Pagefind a little. Not by eval. The label as its title
 * would count far too much, so records have none.
 */
const tuned = { ranking: { pageLength: 0.3, termSaturation: 2 }, voters: 12, power: 3 };

/** The part of Pagefind's own script that is called here. */
interface Engine {
  search(words: string | null): Promise<{ readonly results: readonly Found[] }>;
}
interface Found {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ readonly url: string }>;
}

export interface PagefindRival {
  readonly documents: Documents;
  /** What a visitor's browser loads to find needs, by path; the records themselves not. */
  readonly index: ReadonlyMap<string, Uint8Array>;
  readonly script: Uint8Array;
  readonly find: (text: string) => Promise<Hit[]>;
}

/** Pagefind with a record a need, in memory; its own script runs in Node and fetches from here. */
export async function pagefindRival(documents: Documents, language: string): Promise<PagefindRival> {
  const files = await filesOf(documents, language);
  const isIndex = (path: string): boolean =>
    /^(?:pagefind-entry\.json|pagefind\..*|index\/.*)$/.test(path) && path !== 'pagefind.js';
  const script = files.get('pagefind.js');
  const wasm = `wasm.${language}.pagefind`;
  if (!script || !files.has(wasm)) throw new Error('Pagefind gave no script');
  const engine = await withFetch(files, async () => {
    const source = `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`;
    const { createInstance } = (await import(source)) as { readonly createInstance: (options: object) => Engine };
    return createInstance({ basePath: 'http://localhost/', noWorker: true, metaCacheTag: '0', ranking: tuned.ranking });
  });
  const needOf = await withFetch(files, async () => {
    const { results } = await engine.search(null);
    const pairs = await Promise.all(
      results.map(async (found) => [found.id, Number((await found.data()).url.slice(1, -1))] as const),
    );
    return new Map(pairs);
  });
  return {
    documents,
    index: new Map([...files].filter(([path]) => isIndex(path) || path === wasm)),
    script,
    find: (text) => withFetch(files, () => findLoosely(engine, needOf, text)),
  };
}

async function filesOf({ texts }: Documents, language: string): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    for (const [need, { label, wordings }] of texts.entries()) {
      const content = [label, ...wordings].join('.\n');
      const added = await index.addCustomRecord({ url: `/${String(need)}/`, content, language });
      if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
    }
    const made = await index.getFiles();
    return new Map(made.files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

/** Pagefind alone finds what has all the words; of a sentence, what has some counts by the sum of its words. */
async function findLoosely(engine: Engine, needOf: ReadonlyMap<string, number>, text: string): Promise<Hit[]> {
  const words = [...new Set(wordsOf(text).filter((word) => !isSmall(word)))];
  const sums = new Map<number, number>();
  for (const word of words)
    for (const { id, score } of (await engine.search(word)).results) {
      const need = needOf.get(id) ?? -1;
      sums.set(need, (sums.get(need) ?? 0) + score);
    }
  return [...sums].map(([need, score]) => ({ need, score })).sort((a, b) => b.score - a.score || a.need - b.need);
}

/** Answers to many questions, in the form of our own finder. */
export async function pagefindAnswers(
  { documents, find }: PagefindRival,
  questions: readonly string[],
): Promise<Map<string, FinderAnswer>> {
  const hits = new Map<string, Hit[]>();
  for (const text of [...questions, ...documents.texts.map(({ label }) => label)])
    if (!hits.has(text)) hits.set(text, await find(text));
  const of = (text: string): Hit[] => hits.get(text) ?? [];
  const own = ownScores(documents, of);
  return new Map(questions.map((text) => [text, vote({ ...documents, own }, text, of(text), tuned)]));
}

/** Runs something that fetches, with these files as the whole network. */
async function withFetch<T>(files: ReadonlyMap<string, Uint8Array>, run: () => Promise<T>): Promise<T> {
  const before = globalThis.fetch;
  globalThis.fetch = (asked) => {
    const path = new URL(asked instanceof Request ? asked.url : asked).pathname.slice(1);
    const found = files.get(path);
    return Promise.resolve(new Response(found && new Uint8Array(found), { status: found ? 200 : 404 }));
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = before;
  }
}
