import { describe, expect, it } from 'vitest';
import { fullText, type PageTable } from '../../src/domain/full-text.ts';
import { orderFound, wordsOf } from '../../src/islands/order-found.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { finishPage, scriptsOf } from '../../src/lib/full-text/finish-page.ts';
import { indexDocument } from '../../src/lib/full-text/index-document.ts';
import { pageLabels } from '../../src/lib/full-text/page-labels.ts';
import {
  filesFaults,
  filesFor,
  fragmentId,
  isLoaded,
  languageOf,
  loadedBy,
  sortedEntry,
} from '../../src/lib/full-text/search-files.ts';
import { tinyContent, nlPage, withChange } from '../fixtures/tiny-content.ts';

const page = (main: string, lang = 'nl', mainAttributes = ''): string =>
  `<html lang="${lang}"><head><meta name="description" content="Over brood."></head>
   <body><nav class="bar">Nu hulp</nav><main ${mainAttributes}>${main}</main><footer>Voet</footer></body></html>`;

describe('what the index takes of a page', () => {
  it('takes the words of the main part, and the canary', () => {
    const taken = indexDocument(page('<h1>Warm  brood</h1><p>Elke dag vers.</p>'));
    expect(taken?.shown).toEqual({ title: 'Warm brood', short: 'Over brood.' });
    expect(taken?.html).toContain('Elke dag vers.');
    expect(taken?.html).toContain(fullText.canary);
    expect(taken?.html).not.toMatch(/Nu hulp|Voet/);
  });

  it.each([
    ['<footer class="page-foot">x-x</footer>', 'sources are on every page alike'],
    ['<p class="quiet back">x-x</p>', 'so is the way back'],
    ['<article class="card"><h3>Bakker</h3><div class="reach">x-x</div></article>', 'a card repeats how to reach whom'],
    ['<article class="card"><h3>Bakker</h3><details><p>x-x</p></details></article>', 'and what to ask'],
    ['<p lang="en">x-x</p>', 'another language has other stems'],
    ['<!-- x-x -->', 'a comment is no word of the page'],
  ])('leaves out %s: %s', (part) => {
    expect(indexDocument(page(`<h1>Brood</h1>${part}<p>blijft</p>`))?.html).not.toContain('x-x');
    expect(indexDocument(page(`<h1>Brood</h1>${part}<p>blijft</p>`))?.html).toContain('blijft');
  });

  it('keeps a question that opens: its answer is on this page alone', () => {
    expect(indexDocument(page('<h1>Vragen</h1><details class="need"><p>het antwoord</p></details>'))?.html).toContain(
      'het antwoord',
    );
  });

  it('takes no page that fell back to another language', () => {
    expect(indexDocument(page('<h1>Bread</h1>', 'nl', 'lang="en"'))).toBeUndefined();
    expect(indexDocument(page('<h1>Brood</h1>', 'nl', 'lang="nl"'))).toBeDefined();
    expect(indexDocument('<html lang="nl"><body><p>Geen hoofddeel</p></body></html>')).toBeUndefined();
  });
});

describe('labels', () => {
  const { content } = loadContent(tinyContent());
  const labels = pageLabels(content);

  it('give a page the groups of its doors and the partners it names', () => {
    const path = nlPage.replace(/^content\/pages\/nl\/|\.mdx$/g, '');
    const door = [...content.records.doors.values()][0];
    expect(labels.get(path)?.group).toEqual([...(door?.groups ?? [])].sort());
    expect(labels.get(path)?.partner).toEqual(['bakker']);
  });

  it('leave out a page that is not public', () => {
    const hidden = loadContent(withChange(nlPage, 'order: 1', 'order: 1\nvisibility: hidden')).content;
    const path = nlPage.replace(/^content\/pages\/nl\/|\.mdx$/g, '');
    expect(pageLabels({ ...hidden, pages: hidden.pages.filter(({ locale }) => locale === 'nl') }).has(path)).toBe(
      false,
    );
    expect(labels.has(path)).toBe(true);
  });
});

describe('files of the index', () => {
  it.each([
    ['pagefind-entry.json', true, undefined],
    ['pagefind.nl_97cfa3dfcf.pf_meta', true, 'nl'],
    ['wasm.nl.pagefind', true, 'nl'],
    ['index/nl_fa77fe2.pf_index', true, 'nl'],
    ['filter/en_7ca6342.pf_filter', false, undefined],
    ['wasm.unknown.pagefind', false, 'unknown'],
    ['fragment/nl_d44743c.pf_fragment', false, undefined],
    ['pagefind.js', false, undefined],
    ['pagefind-ui.js', false, undefined],
    ['pagefind-highlight.js', false, undefined],
    ['pagefind-component-ui.css', false, undefined],
  ])('%s goes on the site: %s', (path, goes, language) => {
    expect(isLoaded(path)).toBe(goes);
    if (goes) expect(languageOf(path)).toBe(language);
  });

  it('know the table of a language as its own', () => {
    expect(languageOf('nl.json')).toBe('nl');
  });

  it('name the languages in one order', () => {
    expect(sortedEntry('{"version":"1","languages":{"nl":{},"en":{}}}')).toBe(
      sortedEntry('{"version":"1","languages":{"en":{},"nl":{}}}'),
    );
  });

  it('know the page of a fragment', () => {
    expect(fragmentId('fragment/nl_d44743c.pf_fragment')).toBe('nl_d44743c');
    expect(fragmentId('index/nl_d44743c.pf_index')).toBeUndefined();
  });

  const whole = ['index/nl_1.pf_index', 'pagefind.nl_1.pf_meta', 'wasm.nl.pagefind'];
  const start = { address: '/nl/', title: 'Begin', short: '', group: [], partner: [] };
  const tables = { nl: { nl_1: start } };

  const cases: readonly (readonly [string[], Record<string, PageTable>, number, string])[] = [
    [whole, tables, 0, 'all there'],
    [[...whole, 'index/nl_2.pf_index'], tables, 1, 'two index files: which is fetched would tell what was typed'],
    [whole.slice(1), tables, 1, 'no index file'],
    [whole.slice(0, 1), tables, 2, 'nothing to search it with'],
    [whole, { nl: {} }, 1, 'no page'],
    [whole, { nl: { en_1: start } }, 1, 'a page of another language'],
    [whole, { nl: { 'no page /nl/': start } }, 1, 'a page that is not in the index'],
  ];
  it.each(cases)('%j with %j has %i faults: %s', (paths, given, count, _why) => {
    expect(filesFaults(paths, given)).toHaveLength(count);
  });
});

describe('the search page, finished', () => {
  const html = `<script data-to="x">1</script><script type="module" src="/assets/a.js"></script><p>${fullText.sizeMark}</p><page-search data-files="${fullText.filesMark}"></page-search>`;

  it('has the checksum of its script and says what it loads, rounded up', () => {
    expect(scriptsOf(html)).toEqual(['/assets/a.js']);
    const finished = finishPage(html, {
      integrity: () => 'sha384-abc',
      files: { 'nl.json': 'sha256-x' },
      bytes: 291_001,
    });
    expect(finished).toContain('src="/assets/a.js" integrity="sha384-abc"');
    expect(finished).toContain('<p>300 kB</p>');
    expect(finished).toContain('data-files="{&quot;nl.json&quot;:&quot;sha256-x&quot;}"');
    expect(finished).toContain('<script data-to="x">');
  });
});

describe('the order of what is found', () => {
  const found = (...scores: readonly [string, number][]) => scores.map(([id, score]) => ({ id, score }));

  it('is as found when enough pages have all words', () => {
    const all = found(['a', 3], ['b', 2], ['c', 1]);
    expect(orderFound(all, [found(['d', 9])])).toEqual({ ids: ['a', 'b', 'c'], isLoose: false });
  });

  it('goes on with pages that have some of the words when few have all', () => {
    const perWord = [found(['d', 2], ['a', 9]), found(['e', 3], ['d', 2])];
    expect(orderFound(found(['a', 3]), perWord)).toEqual({ ids: ['a', 'd', 'e'], isLoose: true });
  });

  it('is the same for equal scores, whatever their order', () => {
    expect(orderFound([], [found(['b', 1], ['a', 1])]).ids).toEqual(orderFound([], [found(['a', 1], ['b', 1])]).ids);
  });

  it('is nothing when nothing is found', () => {
    expect(orderFound([], [])).toEqual({ ids: [], isLoose: false });
  });

  it('looks for long words only: the short ones of a sentence say nothing', () => {
    expect(wordsOf('mijn klant  wil niet betalen klant')).toEqual(['mijn', 'klant', 'niet', 'betalen']);
  });
});

describe('a language whose words Pagefind cannot stem', () => {
  const made = ['pagefind-entry.json', 'wasm.nl.pagefind', 'wasm.unknown.pagefind', 'pagefind.js'];

  it('takes the common program along, and only its own pages load it', () => {
    expect(filesFor(made, ['nl'])).toEqual(['pagefind-entry.json', 'wasm.nl.pagefind']);
    const kept = filesFor(made, ['nl', 'bg']);
    expect(kept).toEqual(['pagefind-entry.json', 'wasm.nl.pagefind', 'wasm.unknown.pagefind']);
    expect(loadedBy('nl', kept)).toEqual(['pagefind-entry.json', 'wasm.nl.pagefind']);
    expect(loadedBy('bg', kept)).toEqual(['pagefind-entry.json', 'wasm.unknown.pagefind']);
  });
});
