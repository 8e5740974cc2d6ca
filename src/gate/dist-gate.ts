import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../lib/content/load-content.ts';
import { htmlStrings } from '../lib/dist/html-strings.ts';
import { pictureFaults } from '../lib/dist/pictures.ts';
import { scanHtml, scanText, type Leak } from '../lib/dist/scan.ts';
import { publicationRules } from '../lib/dist/secrets.ts';
import { filesBelow } from './files-below.ts';
import { readContentFiles } from './read-files.ts';

const textEndings = new Set(['.css', '.csv', '.js', '.json', '.mjs', '.mm', '.opml', '.svg', '.txt', '.xml']);

/** Reads what was built, as a stranger would, and refuses it when something shows that must not. */
export function distGate(): AstroIntegration {
  let project = '';
  return {
    name: 'dist-gate',
    hooks: {
      'astro:config:setup': ({ config }) => {
        project = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const leaks = await scanDist(fileURLToPath(dir), project);
        if (leaks.length > 0)
          throw new Error(
            `De gebouwde site laat iets zien dat niet mag:\n${leaks.map(({ file, what }) => `  dist/${file}: ${what}`).join('\n')}\n`,
          );
      },
    },
  };
}

/** All leaks of a built folder, judged by the content of a project. */
export async function scanDist(dist: string, project: string): Promise<Leak[]> {
  const rules = publicationRules(loadContent(await readContentFiles(project)).content);
  const leaks = await Promise.all(
    (await filesBelow(dist)).map(async (file) => {
      const path = join(dist, file);
      if (path.endsWith('.html')) return scanHtml(file, htmlStrings(await readFile(path, 'utf8')), rules);
      if (textEndings.has(extname(path))) return scanText(file, await readFile(path, 'utf8'), rules);
      return pictureFaults(await readFile(path)).map((what) => ({ file, what }));
    }),
  );
  return leaks.flat();
}
