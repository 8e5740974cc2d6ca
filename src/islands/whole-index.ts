import { fullText, type FileSums, type FilterName, type ListedPage, type PageTable } from '../domain/full-text.ts';
import { orderFound, wordsOf, type Ordered } from './order-found.ts';
import { createInstance, type Found } from './pagefind.js';

/** What results are narrowed by, if by anything. */
type Chosen = Readonly<Partial<Record<FilterName, string>>>;

export interface WholeIndex {
  /** The pages for what was typed; without words, all that pass what is chosen. */
  find(typed: string, chosen: Chosen): Promise<Ordered>;
  page(id: string): ListedPage | undefined;
}

/** What the page says of its index: where it is, in which language, and with which files. */
export interface IndexPlace {
  readonly folder: string;
  readonly locale: string;
  readonly files: FileSums;
}

/**
 * Loads the index of this page's language, always the same files in the same order, and proves it
 * whole. Pagefind takes a broken file for an empty one and says "nothing found"; for someone who needs
 * help that is a wrong answer. So each file has to have its checksum, and every page of the table has to
 * be found by its canary, else this throws. It may also never end; the caller has to watch the time.
 */
export async function openWholeIndex({ folder, locale, files }: IndexPlace): Promise<WholeIndex> {
  if (typeof WebAssembly === 'undefined') throw new Error('No WebAssembly');
  const seal = fetchOnly(folder, files);
  const table = fetchTable(`${folder}${locale}.json`);
  const engine = createInstance({ basePath: folder, noWorker: true, metaCacheTag: '0' });
  await Promise.all([table, engine.preload(fullText.canary)]);
  const pages = new Map(Object.entries(await table));
  const [every, canary] = await Promise.all([engine.search(null), engine.search(fullText.canary)]);
  if (!holdsAll(every.results, pages) || !holdsAll(canary.results, pages)) throw new Error('The index is not whole');
  seal();

  /** Pagefind writes its own filters in another order in every build; narrowing by the table is as good. */
  const passes = (id: string, chosen: Chosen): boolean =>
    Object.entries(chosen).every(([name, value]) => pages.get(id)?.[name as FilterName].includes(value) ?? false);

  return {
    page: (id) => pages.get(id),
    async find(typed, chosen) {
      const search = async (words: string): Promise<Found[]> =>
        (await engine.search(words)).results.filter(({ id }) => passes(id, chosen));
      if (typed === '') return { ids: [...pages.keys()].filter((id) => passes(id, chosen)), isLoose: false };
      const words = wordsOf(typed);
      return orderFound(await search(typed), words.length < 2 ? [] : await Promise.all(words.map(search)));
    },
  };
}

async function fetchTable(address: string): Promise<PageTable> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`No ${address}`);
  return (await answer.json()) as PageTable;
}

function holdsAll(found: readonly Found[], pages: ReadonlyMap<string, ListedPage>): boolean {
  return pages.size > 0 && found.length === pages.size && found.every(({ id }) => pages.has(id));
}

/**
 * From here on the page fetches the files it names and nothing else, each with its checksum, so that
 * neither half a file nor one of another build gets in. After the function that is returned it fetches
 * nothing: whatever someone types, should the engine ever want more, it gets an error.
 */
function fetchOnly(folder: string, files: FileSums): () => void {
  const fetchAny = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (asked) => {
    const address = typeof asked === 'string' ? asked : '';
    const integrity = files[address.slice(folder.length).split('?')[0] ?? ''];
    if (!address.startsWith(folder) || integrity === undefined) throw new Error(`Not a file of this page: ${address}`);
    return fetchAny(address, { integrity });
  };
  return () => {
    globalThis.fetch = () => Promise.reject(new Error('Nothing more is fetched on this page'));
  };
}
