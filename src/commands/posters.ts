import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocale, localeCodes } from '../domain/locales.ts';
import { editions } from '../domain/mindmap.ts';
import { givenSiteDate } from '../gate/given-site-date.ts';
import { servedMeasure } from '../gate/map-fonts.ts';
import { mindmapFile, mindmapFiles } from '../gate/mindmap-files.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { siteDate } from '../lib/freshness/site-date.ts';
import { translator } from '../lib/i18n/translator.ts';
import { noLinks } from '../lib/mindmap/views.ts';

/**
 * `npm run posters -- en`: every poster and data file of the map in a language, in `posters/en/`. The site
 * itself makes them in Dutch and English; any other language is made here.
 */
const project = process.cwd();
const [locale = ''] = process.argv.slice(2);

if (!isLocale(locale)) {
  process.stderr.write(`In welke taal? Bijvoorbeeld: npm run posters -- en\nKies uit: ${localeCodes.join(', ')}.\n`);
  process.exit(1);
}

const { content } = loadContent(await readContentFiles(project));
const input = {
  project,
  content,
  locale,
  t: translator(locale, content.interface),
  today: siteDate(content, givenSiteDate()),
  links: noLinks,
  measure: await servedMeasure(project, locale),
};
const folder = join(project, 'posters', locale);
await mkdir(folder, { recursive: true });
for (const { id } of editions)
  for (const kind of mindmapFiles) {
    const name = `${id}${kind.endsWith('pdf') ? '-' : '.'}${kind}`;
    await writeFile(join(folder, name), await mindmapFile(kind, { ...input, edition: id }));
  }
console.log(`posters/${locale}/: ${String(editions.length * mindmapFiles.length)} files`);
