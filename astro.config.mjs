import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentGate } from './src/gate/content-gate.ts';
import { copyFromDisk } from './src/gate/copy-from-disk.ts';
import { distGate } from './src/gate/dist-gate.ts';
import { fullTextSearch } from './src/gate/full-text.ts';
import { scriptIntegrity } from './src/gate/script-integrity.ts';
import { site } from './src/site.ts';

export default defineConfig({
  base: site.base,
  trailingSlash: 'always',
  // Every page is a folder with an index, except the 404 pages that a server looks up by file name.
  build: { format: 'preserve', inlineStylesheets: 'never', assets: 'assets' },
  integrations: [
    contentGate(),
    mdx({ syntaxHighlight: false, smartypants: false }),
    fullTextSearch(),
    scriptIntegrity(),
    copyFromDisk(),
    distGate(),
  ],
  prefetch: false,
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
