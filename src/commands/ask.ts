import { readFileSync } from 'node:fs';
import { isLocale, sourceLocale, type Locale } from '../domain/locales.ts';
import { finderModel } from '../gate/finder-model.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { answer } from '../lib/finder/answer.ts';
import type { Model } from '../lib/finder/model.ts';
import { unpackModel } from '../lib/finder/pack.ts';

/**
 * `npm run -s ask -- --locale nl "vraag"` prints the ranked answer as JSON; `npm run -s ask -- --batch FILE`
 * reads lines `{"lang","q"}` and writes one line each, in order. Nothing else goes to stdout, and nothing
 * that is asked is kept. The language is that of the page: any language may be typed on it.
 */
const project = process.cwd();
const args = process.argv.slice(2);
const batch = args.indexOf('--batch');
const locale = args.indexOf('--locale');
const { content } = loadContent(await readContentFiles(project));
const models = new Map<Locale, Model>();
// One question needs one model; a list may be in any language.
const pages = batch === -1 ? 'this' : 'all';

async function modelOf(language: string | undefined): Promise<Model> {
  const of = language !== undefined && isLocale(language) ? language : sourceLocale;
  const model = models.get(of) ?? unpackModel(await finderModel(project, content, of, pages));
  models.set(of, model);
  return model;
}

if (batch !== -1) {
  const file = args[batch + 1];
  if (file === undefined) stop('Welk bestand? npm run -s ask -- --batch vragen.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { lang, q } = questionOf(line, index + 1);
    const { services, acute, known, question } = answer(await modelOf(lang), q);
    console.log(JSON.stringify({ services, acute, known, question }));
  }
} else {
  const question = args.filter((_, place) => locale === -1 || (place !== locale && place !== locale + 1)).join(' ');
  if (question.trim() === '') stop('Wat is de vraag? npm run -s ask -- --locale nl "ik slaap slecht"');
  console.log(JSON.stringify(answer(await modelOf(args[locale + 1]), question), null, 2));
}

function questionOf(line: string, number: number): { lang: string | undefined; q: string } {
  try {
    const { lang, q } = JSON.parse(line) as { lang?: unknown; q?: unknown };
    if (typeof q === 'string') return { lang: typeof lang === 'string' ? lang : undefined, q };
  } catch {
    // Told below.
  }
  return stop(`Regel ${String(number)} is geen vraag. Schrijf: {"lang":"nl","q":"ik slaap slecht"}`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
