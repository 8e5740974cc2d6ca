import { readFileSync } from 'node:fs';
import { readContentFiles } from '../gate/read-files.ts';
import { checkContent } from '../lib/check/check-content.ts';
import { publicRecords } from '../lib/content/public-records.ts';
import { decide } from '../lib/referral/decide.ts';
import { readLine } from '../lib/referral/read-line.ts';
import { tableOf } from '../lib/referral/table.ts';

/**
 * `npm run -s refer -- --batch FILE` reads lines of circumstances as JSON and writes the route of each,
 * in order: `{"first":[…],"then":[…],"also":[…],"emergency":…}`. What goes on at the same time stands
 * at the head of "also". `npm run -s refer -- '{"age":"18-22"}'` writes one whole route.
 *
 * All or nothing: one line that is wrong, and no route is written, since an answer that is missing
 * would put every later one under another client. Nothing is kept of what is asked.
 */
const [option = '', file, ...rest] = process.argv.slice(2);
const isBatch = option === '--batch';
if (option === '' || (isBatch && file === undefined) || (isBatch ? rest.length > 0 : file !== undefined))
  stop(['Schrijf: npm run -s refer -- --batch BESTAND, of: npm run -s refer -- \'{"age":"18-22"}\'']);

const lines = (isBatch ? read(file ?? '') : option)
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/)
  .map((text, index) => ({ text, number: index + 1 }))
  .filter(({ text }) => text.trim() !== '')
  .map(({ text, number }) => ({ number, line: readLine(text) }));
const wrong = lines.flatMap(({ number, line }) =>
  'wrong' in line ? [`${isBatch ? `${file ?? ''}, regel ${String(number)}: ` : ''}${line.wrong}`] : [],
);
if (wrong.length > 0) stop(wrong);

// A table that breaks a promise gives no advice at all.
const report = checkContent(await readContentFiles(process.cwd()));
const faults = report.errors.filter((problem) => problem.file.startsWith('content/routes/'));
if (faults.length > 0) stop(faults.map((fault) => `${fault.file}: ${fault.message}`));
const table = tableOf(publicRecords(report.loaded.content, 'routes'));

for (const { line } of lines) {
  if (!('given' in line)) continue;
  const route = decide(table, line.given);
  const { first, then, parallel, also, emergency } = route;
  console.log(
    isBatch
      ? JSON.stringify({ first, then, also: [...parallel, ...also], emergency })
      : JSON.stringify(route, undefined, 2),
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return stop([`Het bestand ${path} is niet te lezen.`]);
  }
}

function stop(messages: readonly string[]): never {
  for (const message of messages) console.error(message);
  process.exit(2);
}
