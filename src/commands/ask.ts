import { readFileSync } from 'node:fs';
import { readContentFiles } from '../gate/read-files.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { ask, buildFinder } from '../lib/finder/finder.ts';
import { needsOf } from '../lib/finder/needs.ts';

/**
 * `npm run -s ask -- --locale nl "vraag"` prints the ranked answer as JSON; `npm run -s ask -- --batch FILE`
 * reads lines `{"lang","q"}` and writes one line each, in order. Nothing else goes to stdout, and nothing
 * that is asked is kept.
 */
const args = process.argv.slice(2);
const batch = args.indexOf('--batch');
const locale = args.indexOf('--locale');
const { content } = loadContent(await readContentFiles(process.cwd()));
const index = buildFinder(needsOf(content));

if (batch !== -1) {
  const file = args[batch + 1];
  if (file === undefined) stop('Welk bestand? npm run -s ask -- --batch vragen.jsonl');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() !== '') console.log(JSON.stringify(ask(index, (JSON.parse(line) as { q: string }).q)));
  }
} else {
  const question = args.filter((_, place) => locale === -1 || (place !== locale && place !== locale + 1)).join(' ');
  if (question.trim() === '') stop('Wat is de vraag? npm run -s ask -- --locale nl "ik slaap slecht"');
  console.log(JSON.stringify(ask(index, question), null, 2));
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
