import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { numberSealsSchema } from '../domain/number-seal.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { phoneKey } from '../lib/contact/format-phone.ts';
import { withSeal } from '../lib/contact/seal.ts';
import { didYouMean } from '../lib/content/did-you-mean.ts';
import { fileOf, loadContent } from '../lib/content/load-content.ts';

/**
 * `npm run numbers -- veilig-thuis '0800-2000' --by coordinator --on 2026-12-01`: seals a number that a
 * second person compared with its source. Typing it over is the second look, so this command never shows
 * the number it expects.
 */
const project = process.cwd();
const example = "npm run numbers -- veilig-thuis '0800-2000' --by coordinator --on 2026-12-01";

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function read() {
  try {
    return parseArgs({ options: { by: { type: 'string' }, on: { type: 'string' } }, allowPositionals: true });
  } catch {
    return stop(`Deze optie bestaat niet. Schrijf bijvoorbeeld: ${example}`);
  }
}

const { values, positionals } = read();
const [id = '', typed = ''] = positionals;
if (positionals.length !== 2 || values.by === undefined || values.on === undefined)
  stop(`Noem het contact, het nummer, je rol en de dag. Bijvoorbeeld: ${example}`);

const contacts = (await readContentFiles(project)).filter(({ path }) => path.startsWith('content/contacts/'));
const { content } = loadContent(contacts);
const contact = content.records.contacts.get(id);
if (!contact) {
  const near = didYouMean(id, content.records.contacts.keys());
  stop(`Het contact "${id}" is er niet, of het bestand is stuk. ${near ? `Bedoel je "${near}"?` : ''}`.trim());
}
const phone = contact.phones.find(({ number }) => phoneKey(number) === phoneKey(typed));
if (!phone)
  stop(
    `Wat je typte, ${typed}, staat niet in ${fileOf.record('contacts', id)}. Er is niets opgeschreven.\nVergelijk nog eens met de bron. Klopt wat jij typte? Dan is het nummer in het bestand fout.`,
  );
const seal = numberSealsSchema.safeParse({ [id]: [{ number: phone.number, by: values.by, on: values.on }] });
const [checked] = seal.success ? (seal.data[id] ?? []) : [];
if (!checked || checked.by === 'start')
  stop(`De rol of de dag klopt niet. Een dag is 2026-12-01, een rol bijvoorbeeld coordinator of redactie.`);
if (phone.checkedBy === checked.by)
  stop(`De rol ${checked.by} heeft dit nummer zelf opgeschreven. Laat iemand met een andere rol vergelijken.`);

const file = join(project, fileOf.numbers());
const before = await readFile(file, 'utf8').catch(() => '');
const after = withSeal(
  before,
  id,
  checked,
  contact.phones.map(({ number }) => number),
);
await writeFile(file, after);
process.stdout.write(
  `Het zegel op ${phone.number} van "${id}" staat in ${fileOf.numbers()}. Kijk met: npm run check\n`,
);
