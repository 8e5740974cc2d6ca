import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slugPattern } from '../domain/fields.ts';
import { aboutFolder } from '../domain/page.ts';
import { givenSiteDate } from '../gate/given-site-date.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { didYouMean } from '../lib/content/did-you-mean.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { siteDate } from '../lib/freshness/site-date.ts';
import { isNewKind, newFiles, newKinds } from '../lib/new-record/templates.ts';

/** `npm run new -- page work/sleep` or `npm run new -- services new-id`: valid files to start from. */
const project = process.cwd();
const [kind = '', name = ''] = process.argv.slice(2);

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!isNewKind(kind)) {
  const near = didYouMean(kind, newKinds);
  stop(
    `Wat wil je maken? ${near ? `Bedoel je "${near}"? ` : ''}Bijvoorbeeld: npm run new -- page work/slapen\nKies uit: ${newKinds.join(', ')}.`,
  );
}
const { content } = loadContent(await readContentFiles(project));
const pattern = kind === 'page' ? /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/ : slugPattern;
if (!pattern.test(name)) {
  stop(
    `De naam "${name}" kan niet. ${kind === 'page' ? 'Schrijf map/naam, zoals work/slapen' : 'Schrijf hem zoals ggd-sense'}: kleine letters, cijfers en streepjes.`,
  );
}
const folder = name.split('/')[0] ?? '';
const door = [...content.records.doors].find(([, record]) => record.slug === folder);
if (kind === 'page' && !door && folder !== aboutFolder) {
  const folders = [...content.records.doors.values()].map((record) => record.slug).concat(aboutFolder);
  stop(`De map "${folder}" hoort bij geen enkele deur. Kies uit: ${folders.join(', ')}.`);
}

const first = (map: ReadonlyMap<string, { visibility: string }>): string =>
  [...map].find(([, record]) => record.visibility === 'public')?.[0] ?? '';
const { records } = content;
const [partner, partnerRecord] = [...records.partners].find(([, record]) => record.kind === 'chain') ?? ['', undefined];
const files = newFiles(kind, name, {
  day: siteDate(content, givenSiteDate()),
  door: door ? { id: door[0], slug: door[1].slug } : undefined,
  source: [...records.sources].find(([, source]) => source.kind === 'seed')?.[0] ?? first(records.sources),
  partner,
  group: first(records.groups),
  service: first(records.services),
  contact: partnerRecord?.contacts[0] ?? first(records.contacts),
});
const taken = files.find((file) => existsSync(join(project, file.path)));
if (taken) stop(`${taken.path} bestaat al. Er is niets veranderd.`);

for (const file of files) {
  await mkdir(dirname(join(project, file.path)), { recursive: true });
  await writeFile(join(project, file.path), file.text);
}
process.stdout.write(
  `Gemaakt:\n${files.map((file) => `  ${file.path}`).join('\n')}\n\nVul de bestanden in. Zolang er "visibility: hidden" staat, komt het niet op de site.\nKijk daarna met: npm run check\n`,
);
