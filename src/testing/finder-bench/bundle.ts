import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const source = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The script of the finder as the site's build makes it, with a library in the place of our own engine:
 * `engine` is a file of this folder with `unpackModel` and `answer`. Nothing is written.
 */
export async function finderScript(engine?: string): Promise<string> {
  const replaced = /\/lib\/finder\/(?:answer|pack)\.ts$/;
  const built = await build({
    root: source,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'other-engine',
        enforce: 'pre',
        resolveId: (asked, importer) =>
          engine !== undefined && importer?.replaceAll('\\', '/').includes('/islands/') && replaced.test(asked)
            ? fileURLToPath(new URL(engine, import.meta.url))
            : undefined,
      },
    ],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(new URL('../../islands/help-finder.ts', import.meta.url)) },
    },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const chunks = outputs.flatMap(({ output }) => output).flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const [script, ...others] = chunks;
  if (script === undefined || others.length > 0) throw new Error('The finder is not one script');
  return script;
}
