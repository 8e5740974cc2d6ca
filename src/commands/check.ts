import { parseArgs } from 'node:util';
import { printMarkdown, printReport } from '../gate/print-report.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { givenSiteDate } from '../gate/given-site-date.ts';
import { checkContent } from '../lib/check/check-content.ts';

/** `npm run check`: judges the content only, in seconds. Exit 1 when there is an error. */
const options = {
  json: { type: 'boolean', default: false },
  release: { type: 'boolean', default: false },
  kort: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
} as const;

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch {
    process.stderr.write(
      `Deze optie bestaat niet. Kies uit: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}.\n`,
    );
    process.exit(1);
  }
}

const values = readOptions();
const report = checkContent(await readContentFiles(process.cwd()), {
  siteDate: givenSiteDate(),
  release: values.release,
});
if (values.json) {
  const { errors, warnings, open, counts, siteDate } = report;
  process.stdout.write(
    `${JSON.stringify({ ok: errors.length === 0, siteDate, counts, errors, warnings, open }, null, 2)}\n`,
  );
} else if (values.markdown) {
  process.stdout.write(printMarkdown(report));
} else {
  process.stdout.write(printReport(report, !values.kort));
}
process.exitCode = report.errors.length > 0 ? 1 : 0;
