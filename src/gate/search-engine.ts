import { close, createIndex, type IndexFile } from 'pagefind';

/** One page for the index: its address on the site, and its HTML as the index takes it. */
export interface IndexInput {
  readonly address: string;
  readonly html: string;
}

/**
 * Every file Pagefind makes of some pages, unpacked nowhere: in memory. One index file a language,
 * however many words it has: by default there is one for each stretch of the alphabet, and which of
 * them is fetched tells what was typed. The pages come in order, so that the same pages give the same bytes.
 */
export async function pagefindFiles(pages: readonly IndexInput[]): Promise<readonly IndexFile[]> {
  const setting = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
  const before = process.env[setting];
  process.env[setting] = '100000000';
  try {
    const { index, errors } = await createIndex({ rootSelector: 'main' });
    if (!index) throw new Error(errors.join('\n'));
    for (const { address, html } of pages) {
      const added = await index.addHTMLFile({ url: address, content: html });
      if (added.errors.length > 0) throw new Error(`${address}: ${added.errors.join('\n')}`);
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
    return made.files;
  } finally {
    await close();
    if (before === undefined) Reflect.deleteProperty(process.env, setting);
    else process.env[setting] = before;
  }
}

/** Gives `src/islands/pagefind.js` to Vite: Pagefind's own script, which is only inside its program. */
export function pagefindScript() {
  const id = '\0pagefind.js';
  return {
    name: 'pagefind-script',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined): string | undefined {
      return source === './pagefind.js' && importer?.includes('/islands/') ? id : undefined;
    },
    async load(asked: string): Promise<string | undefined> {
      if (asked !== id) return undefined;
      const file = (await pagefindFiles([])).find(({ path }) => path === 'pagefind.js');
      if (!file) throw new Error('Pagefind gave no script');
      return new TextDecoder().decode(file.content);
    },
  };
}
