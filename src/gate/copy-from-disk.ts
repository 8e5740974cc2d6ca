import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { copyName } from '../domain/copy.ts';
import { offeredLocales } from '../domain/locales.ts';
import { site } from '../site.ts';

/** Makes the links of the pages that open from a disk lead to the site, since beside them there is nothing. */
export function copyFromDisk(): AstroIntegration {
  return {
    name: 'copy-from-disk',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const locale of offeredLocales) {
          const file = join(fileURLToPath(dir), locale, copyName);
          const html = await readFile(file, 'utf8');
          await writeFile(file, html.replaceAll(' href="/', ` href="${site.origin}/`));
        }
      },
    },
  };
}
