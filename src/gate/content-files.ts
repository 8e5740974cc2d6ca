import type { Plugin } from 'vite';
import { readContentFiles } from './read-files.ts';

const name = 'virtual:content-files';
const resolved = `\0${name}`;

/**
 * Gives the pages all content files as one module. As five thousand modules of their own they would cost a
 * first page in dev half a minute. A file that is added, changed or removed renews the module.
 */
export function contentFiles(project: string): Plugin {
  return {
    name: 'content-files',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: async (id) =>
      id === resolved
        ? `export default JSON.parse(${JSON.stringify(JSON.stringify(await readContentFiles(project)))});`
        : undefined,
    hotUpdate({ file, modules }) {
      if (!file.replaceAll('\\', '/').includes('/content/')) return undefined;
      const own = this.environment.moduleGraph.getModuleById(resolved);
      return own ? [...modules, own] : undefined;
    },
  };
}
