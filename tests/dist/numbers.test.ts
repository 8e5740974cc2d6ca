import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { findPhones, namesThatAreNumbers } from '../../src/lib/contact/find-phones.ts';
import { phoneKey } from '../../src/lib/contact/format-phone.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { htmlStrings, type HtmlStrings } from '../../src/lib/dist/html-strings.ts';
import { publicationRules } from '../../src/lib/dist/secrets.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { builtFiles } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

let registered: ReadonlySet<string>;
let published: ReadonlySet<string>;

/** Every page and every copy that opens from a disk, in all languages. */
const pages = builtFiles()
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, strings: htmlStrings(readFileSync(join(project, 'dist', file), 'utf8')) }));

beforeAll(async () => {
  const { content } = loadContent(
    (await readContentFiles(project)).filter(({ path }) => path.startsWith('content/contacts/')),
  );
  registered = new Set(
    [...content.records.contacts.values()].flatMap(({ phones }) => phones.map(({ number }) => phoneKey(number))),
  );
  published = publicationRules(content).publicPhones;
});

/** What a reader sees or hears. */
const readIn = ({ texts, attributes }: HtmlStrings): string[] => [
  ...texts,
  ...attributes
    .filter(({ name }) => ['alt', 'aria-label', 'content', 'placeholder', 'title'].includes(name))
    .map(({ value }) => value),
];
const strayIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => findPhones(text))
    .filter((written) => !published.has(phoneKey(written)) && !namesThatAreNumbers.has(written));

const dialling = ({ links }: HtmlStrings): HtmlStrings['links'] => links.filter(({ href }) => /^tel:/i.test(href));
/** Links that dial another number than they show. */
const liesIn = (strings: HtmlStrings): string[] =>
  dialling(strings)
    .filter(
      ({ href, text }) => phoneKey(/[+\d][\d ()-]*$/.exec(text)?.[0] ?? '') !== phoneKey(href.slice('tel:'.length)),
    )
    .map(({ href, text }) => `${href} shows ${text}`);

describe('T20 numbers in the built site', () => {
  it('are all registered, and public, in every language', () => {
    const texts = [...new Set(pages.flatMap(({ strings }) => readIn(strings)))];
    const found = texts.flatMap((text) => findPhones(text));
    const stray = strayIn(texts);
    recordFigure(
      'T20 numbers in the text of all pages: unknown / different texts with a number',
      `${String(stray.length)} / ${String(found.length)}`,
    );
    expect(found.length).toBeGreaterThan(20);
    expect(stray).toEqual([]);
    expect([...published].filter((number) => !registered.has(number))).toEqual([]);
  });

  it('are dialled as they are shown', () => {
    const all = pages.reduce((sum, { strings }) => sum + dialling(strings).length, 0);
    const lies = pages.flatMap(({ file, strings }) => liesIn(strings).map((lie) => `${file}: ${lie}`));
    recordFigure('T20 links that dial what they show / all', `${String(all - lies.length)} / ${String(all)}`);
    expect(all).toBeGreaterThan(1000);
    expect(lies).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const shown = new Set(pages.flatMap(({ strings }) => dialling(strings).map(({ href }) => phoneKey(href.slice(4)))));
    expect([...shown].filter((number) => !published.has(number))).toEqual([]);
    expect(shown.size).toBeGreaterThan(10);
  });
});

describe('T20 a stray number is found', () => {
  it.each([
    '<p>Bel 024 360 00 00</p>',
    '<p>Bel <b>0800</b>-2001</p>',
    '<p>اتصل ٠٨٠٠-٢٠٠١</p>',
    '<p>Bel 06\u00A012\u00A034\u00A056\u00A078</p>',
    '<p>Sună la +40 21 319 3232</p>',
    '<p>Zadzwoń +48 22 628 01 20</p>',
    '<a href="/" aria-label="Bel 0612345678">x</a>',
    '<p>0900 1234</p>',
    '<p>14 025</p>',
    '<p>116 111</p>',
  ])('%s', (html) => {
    expect(strayIn(readIn(htmlStrings(html)))).toHaveLength(1);
  });

  it.each([
    '<a href="tel:08002001">Bel 0800-2000</a>',
    '<a href="tel:08002000">Bel 0800-2001</a>',
    '<a href="tel:112">Bel 113</a>',
    '<a href="tel:112">Bel</a>',
  ])('%s', (html) => {
    expect(liesIn(htmlStrings(html))).toHaveLength(1);
  });
});
