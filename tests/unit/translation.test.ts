import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { olderSources } from '../../src/lib/translation/minor-edit.ts';
import { languageOf, withLanguage } from '../../src/lib/translation/new-language.ts';
import { sourceHash } from '../../src/lib/translation/source-hash.ts';
import { fileOfUnit, stamped } from '../../src/lib/translation/stamp.ts';
import { isShown, isWeighty, stateOf, unitsOf } from '../../src/lib/translation/units.ts';
import type { ContentFile } from '../../src/domain/problem.ts';
import type { UnitKey } from '../../src/domain/translation.ts';
import { nlPage, tinyContent, withChange } from '../fixtures/tiny-content.ts';

const page: UnitKey = 'pages/eat/bread';
const need: UnitKey = 'questions/honger';
const service: UnitKey = 'services/brood';

/** The tiny content with every English text stamped as made from today's Dutch. */
function current(fields: Readonly<Record<string, string>> = {}): ContentFile[] {
  const { content } = loadContent(tinyContent());
  let files = tinyContent();
  for (const unit of unitsOf(content)) {
    const path = fileOfUnit(unit, 'en');
    const of = content.sourceHashes.get(unit) ?? '';
    files = files.map((file) =>
      file.path === path ? { path, text: stamped(file.text, unit, { of, ...fields }) } : file,
    );
  }
  return files;
}

const edit = (files: readonly ContentFile[], path: string, from: string, to: string): ContentFile[] =>
  files.map((file) => {
    if (file.path !== path) return file;
    expect(file.text).toContain(from);
    return { path, text: file.text.replace(from, to) };
  });
const stateIn = (files: readonly ContentFile[], unit: UnitKey) => stateOf(loadContent(files).content, unit, 'en');

describe('the state of a translation', () => {
  it('is missing, outdated, machine or reviewed, and the source is the source', () => {
    expect(stateOf(loadContent(tinyContent()).content, page, 'nl')).toBe('source');
    expect(stateOf(loadContent(tinyContent()).content, page, 'pl')).toBe('missing');
    expect(stateIn(tinyContent(), page)).toBe('outdated');
    expect(stateIn(current(), page)).toBe('machine');
    expect(stateIn(current({ reviewedBy: 'partner', reviewedOn: '2026-01-10' }), page)).toBe('reviewed');
  });

  it('is known for every text there is, and a stamp breaks none of them', () => {
    const { content, problems } = loadContent(current());
    expect(problems).toEqual([]);
    expect(unitsOf(content).length).toBeGreaterThan(10);
    expect(unitsOf(content).filter((unit) => stateOf(content, unit, 'en') !== 'machine')).toEqual([]);
    expect(checkContent(current()).errors).toEqual([]);
  });

  it('becomes outdated by a changed word, not by white space or by how people ask', () => {
    expect(stateIn(edit(current(), nlPage, 'Vers brood is warm', 'Oud brood is koud'), page)).toBe('outdated');
    expect(stateIn(edit(current(), nlPage, 'Meer [hierover]', 'Meer\n[hierover]'), page)).toBe('machine');
    const words = 'content/texts/nl/questions/honger.yaml';
    expect(stateIn(edit(current(), words, '- trek 3', '- rammelende maag'), need)).toBe('machine');
    expect(stateIn(edit(current(), words, 'Eet brood', 'Eet niets'), need)).toBe('outdated');
  });

  it('is put right again by a stamp that replaces the old one', () => {
    const old = edit(current(), nlPage, 'Vers brood is warm', 'Oud brood is koud');
    const { content } = loadContent(old);
    const path = fileOfUnit(page, 'en');
    const text = stamped(old.find((file) => file.path === path)?.text ?? '', page, {
      of: content.sourceHashes.get(page) ?? '',
    });
    expect(text.match(/^translation:/gm)).toHaveLength(1);
    expect(stateIn([...old.filter((file) => file.path !== path), { path, text }], page)).toBe('machine');
  });
});

describe('T24 an old translation', () => {
  const outdated = (path: string, from: string, to: string) => loadContent(edit(current(), path, from, to)).content;

  it('of what someone does for you, and how to reach them, is withdrawn', () => {
    const content = outdated('content/texts/nl/services/brood.yaml', 'Je krijgt hier brood', 'Je koopt hier brood');
    expect(isWeighty(content, service)).toBe(true);
    expect(isShown(content, service, 'en')).toBe(false);
  });

  it('of a calm need stays, and so does a page without danger, law, money or anonymity', () => {
    expect(isShown(outdated('content/texts/nl/questions/honger.yaml', 'Eet brood', 'Eet niets'), need, 'en')).toBe(
      true,
    );
    expect(isShown(outdated(nlPage, 'Vers brood is warm', 'Oud brood is koud'), page, 'en')).toBe(true);
  });

  it('of a page on danger, or that rests on a law, is withdrawn', () => {
    const danger = '<Danger>\n\nBlijf daar weg.\n\n</Danger>\n\nMeer [hierover]';
    const both = (files: readonly ContentFile[]) =>
      edit(edit(files, nlPage, 'Meer [hierover]', danger), fileOfUnit(page, 'en'), 'Meer [hierover]', danger);
    expect(isShown(loadContent(both(current())).content, page, 'en')).toBe(false);
    const law = edit(current(), 'content/sources/boek.yaml', 'kind: own-page', 'kind: law');
    expect(isShown(loadContent(edit(law, nlPage, 'warm', 'koud')).content, page, 'en')).toBe(false);
  });

  it('is told to the editor, once a text, with what to do', () => {
    expect(checkContent(current()).warnings.filter(({ code }) => code === 'translation-outdated')).toEqual([]);
    const old = edit(current(), nlPage, 'Vers brood is warm', 'Oud brood is koud');
    const told = checkContent(old).warnings.filter(({ code }) => code === 'translation-outdated');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ file: nlPage, line: 1 });
    expect(told[0]?.cure).toContain('npm run translations -- --minor pages/eat/bread');
  });

  it('that names other help than its source is withdrawn too', () => {
    const content = outdated(nlPage, '<Service id="brood" />', '<Service id="taart" />');
    expect(stateOf(content, page, 'en')).toBe('outdated');
    expect(isShown(content, page, 'en')).toBe(false);
  });

  it('beside the numbers of every page stops the build', () => {
    const files = edit(
      edit(tinyContent(), 'content/interface/nl.json', '"hello"', '"help": { "call": "Bel" },\n  "hello"'),
      'content/interface/en.json',
      '"hello"',
      '"help": { "call": "Call" },\n  "hello"',
    );
    expect(checkContent(files).errors.map(({ code }) => code)).toContain('interface-outdated');
  });
});

describe('T24 what a translation must have', () => {
  const codes = (files: readonly ContentFile[]) => checkContent(files).errors.map(({ code }) => code);
  const inEnglish = (from: string, to: string) => edit(current(), 'content/texts/en/services/brood.yaml', from, to);

  it('the same digits as its source', () => {
    expect(codes(inEnglish('does: Je krijgt', 'does: In 3 days you get'))).toContain('digits-differ');
  });

  it('no sentence that was left in Dutch', () => {
    expect(codes(inEnglish('hier brood.', 'hier brood. Je kunt niet zonder brood naar iemand.'))).toContain(
      'left-over',
    );
  });

  it('the quotation marks of its language', () => {
    const polish = {
      path: 'content/texts/pl/services/brood.yaml',
      text: 'name: Chleb\ndoes: To “chleb”.\nsay: Proszę.\n',
    };
    expect(codes([...tinyContent(), polish])).toContain('quotation-mark');
    expect(codes([...tinyContent(), { ...polish, text: polish.text.replace('“chleb”', '„chleb”') }])).not.toContain(
      'quotation-mark',
    );
  });

  it('names that stay, and never what the site never says', () => {
    const glossary = {
      path: 'content/glossary/bakker.yaml',
      text: 'term: Bakkerij Zon\nkeep: true\nnever: { en: [loaf*] }\nwhy: Zo heet het.\n',
    };
    const named = edit(current(), 'content/texts/nl/services/brood.yaml', 'hier brood', 'hier brood van Bakkerij Zon');
    const { content } = loadContent(named);
    const path = fileOfUnit(service, 'en');
    const fresh = (text: string): ContentFile[] => [
      ...named.filter((file) => file.path !== path),
      { path, text: stamped(text, service, { of: content.sourceHashes.get(service) ?? '' }) },
      glossary,
    ];
    expect(codes(fresh('name: Bread\ndoes: You get bread.\nsay: Bread.\n'))).toContain('name-not-kept');
    expect(codes(fresh('name: Bread\ndoes: You get bread of Bakkerij Zon.\nsay: Bread.\n'))).toEqual([]);
    expect(codes(fresh('name: Loaves\ndoes: Two loafs of Bakkerij Zon.\nsay: Bread.\n'))).toContain('never-said');
  });
});

describe('a new language', () => {
  const table = 'export const locales = {\n  nl: {},\n} as const satisfies Record<string, LocaleEntry>;\n';

  it('is a row with its own name and direction', () => {
    expect(withLanguage(table, languageOf('uk', ['en', 'nl']))).toContain(
      "uk: { ownName: 'Українська', dir: 'ltr', letters: 'cyrillic', offered: false, complete: false, fallback: ['en', 'nl'] },",
    );
    expect(languageOf('fa', ['en']).dir).toBe('rtl');
  });

  it('is refused where there is no table', () => {
    expect(() => withLanguage('nothing', languageOf('uk', []))).toThrow('No table');
  });
});

describe('the hash of a source', () => {
  it('does not depend on the order of fields, and does on their names', () => {
    expect(sourceHash({ a: 'x', b: 'y' })).toBe(sourceHash({ b: 'y ', a: ' x' }));
    expect(sourceHash({ a: 'x' })).not.toBe(sourceHash({ b: 'x' }));
    expect(sourceHash({ a: ['x', 'y'] })).not.toBe(sourceHash({ a: ['y', 'x'] }));
    expect(sourceHash({ a: 'x', wordings: ['y'] }, ['wordings'])).toBe(sourceHash({ a: 'x' }));
  });
});

it('a plural of another language is asked for, and one that nobody needs is not', () => {
  const english = withChange(
    'content/interface/en.json',
    '"hello"',
    '"days_one": "a day",\n  "days_other": "days",\n  "hello"',
  );
  const both = edit(
    english,
    'content/interface/nl.json',
    '"hello"',
    '"days_one": "een dag",\n  "days_other": "dagen",\n  "hello"',
  );
  expect(checkContent(both).errors).toEqual([]);
});

describe('a small edit', () => {
  const older = (of: Readonly<Record<string, string>>) =>
    olderSources(
      {
        translations: Object.fromEntries(
          Object.entries(of).map(([locale, hash]) => [locale, new Map([[page, { of: hash }]])]),
        ),
        sourceHashes: new Map([[page, 'now']]),
      },
      page,
    );

  it('renews all translations that belong to the one source before it', () => {
    expect([...older({ en: 'before', es: 'before', pl: 'now', ar: '' })]).toEqual([['before', ['en', 'es']]]);
  });

  it('cannot tell which were up to date when they belong to more than one', () => {
    expect([...older({ en: 'before', es: 'long ago', pl: 'before' })]).toEqual([
      ['before', ['en', 'pl']],
      ['long ago', ['es']],
    ]);
  });
});
