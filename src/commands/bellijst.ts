import { readContentFiles } from '../gate/read-files.ts';
import { callSheet } from '../lib/call-sheet/call-sheet.ts';
import { didYouMean } from '../lib/content/did-you-mean.ts';
import { loadContent } from '../lib/content/load-content.ts';

/** `npm run bellijst` or `npm run bellijst -- sterker`: what to ask a partner on the phone, in Dutch. */
const { content } = loadContent(await readContentFiles(process.cwd()));
const [only] = process.argv.slice(2);
if (only !== undefined && !content.records.partners.has(only)) {
  const near = didYouMean(only, content.records.partners.keys());
  process.stderr.write(
    `Er is geen partner "${only}". ${near ? `Bedoel je "${near}"?` : `Kies uit: ${[...content.records.partners.keys()].join(', ')}.`}\n`,
  );
  process.exit(1);
}
process.stdout.write(callSheet(content, only));
