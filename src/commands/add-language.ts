import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocale, localeCodes } from '../domain/locales.ts';
import { languageOf, withLanguage } from '../lib/translation/new-language.ts';

/** `npm run add-language -- uk`: a row in the table of languages and folders to translate into. */
const project = process.cwd();
const [code = ''] = process.argv.slice(2);

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!/^[a-z]{2,3}$/.test(code)) stop('Welke taal? Twee of drie kleine letters, zoals uk: npm run add-language -- uk');
if (isLocale(code)) stop(`De taal "${code}" is er al. In de tabel staan: ${localeCodes.join(', ')}.`);

const table = join(project, 'src/domain/locales.ts');
const language = languageOf(code, ['en', 'nl']);
await writeFile(table, withLanguage(await readFile(table, 'utf8'), language));
await mkdir(join(project, 'content/texts', code), { recursive: true });
await mkdir(join(project, 'content/pages', code), { recursive: true });
await writeFile(join(project, 'content/interface', `${code}.json`), '{}\n', { flag: 'wx' });
process.stdout.write(`${language.ownName} (${code}) staat nu in de tabel van talen, src/domain/locales.ts.

Wat nu:
  1. Vertaal content/interface/${code}.json (de sleutels staan in nl.json; laat route, directory, data en link weg).
  2. Vertaal content/texts/${code}/ en content/pages/${code}/: dezelfde namen als in het Nederlands.
     In een pagina alleen title, tabTitle en description, en de tekst. Feiten blijven in de Nederlandse pagina.
  3. Zet woorden die te veel zeggen in src/domain/telling-words.ts.
  4. Schrijf per vraag minstens zes manieren waarop mensen hem stellen (content/texts/${code}/questions).
  5. Zeg van welke tekst het de vertaling is: npm run translations -- --made ${code}
  6. Kijk hoe het ervoor staat: npm run translations. Wat ontbreekt, valt terug op ${language.fallback.join(', dan ')}.
  7. Zet in de tabel offered op true als de taal op de site mag.
`);
