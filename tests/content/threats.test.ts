import { describe, expect, it } from 'vitest';
import { recordKinds, textKinds } from '../../src/domain/kinds.ts';
import { completeLocales, offeredLocales, sourceLocale, type Locale } from '../../src/domain/locales.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { onlyInSource } from '../../src/lib/content/load-content.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { project } from '../fixtures/project.ts';

const files = await readContentFiles(project);
const today = checkContent(files);
const { content } = today.loaded;
/** The one text that somebody will have looked at in time. */
const inTime = 'content/services/ggd-coordinatie.yaml';

/** Any text or value that somebody looked at on a day. */
interface Checked {
  readonly visibility?: string;
  readonly checkedOn?: string;
  readonly reviewEveryDays?: number;
}

/** Thirteen months later: longer than the year after which a text wants another look. */
const later = (() => {
  const [year = '', month = '', day = ''] = today.siteDate.split('-');
  const moved = new Date(Date.UTC(Number(year) + 1, Number(month) - 1 + 1, Math.min(Number(day), 28)));
  return moved.toISOString().slice(0, 10);
})();

const isDue = ({ checkedOn = '', reviewEveryDays }: Checked, days: number): boolean =>
  Date.parse(later) - Date.parse(checkedOn) > (reviewEveryDays ?? days) * 86_400_000;

/** Files of public records of any kind that somebody looked at, and of public pages in every language. */
function publicTexts(): { kind: string; file: string; text: Checked }[] {
  const records = recordKinds.flatMap((kind) =>
    [...(content.records[kind] as ReadonlyMap<string, Checked>)].map(([id, text]) => ({
      kind: kind,
      file: `content/${kind}/${id}.yaml`,
      text,
    })),
  );
  const pages = content.pages.map((page) => ({ kind: 'pages', file: page.file, text: page.meta as Checked }));
  return [...records, ...pages].filter(({ text }) => text.checkedOn !== undefined && text.visibility === 'public');
}

describe('T23 thirteen months from now', () => {
  const given = files.map(({ path, text }) =>
    path === inTime ? { path, text: text.replace(/^checkedOn: .*$/m, `checkedOn: ${later}`) } : { path, text },
  );
  const report = checkContent(given, { siteDate: later });
  const overdue = report.warnings.filter(({ code }) => code === 'overdue').map(({ file }) => file);
  const texts = publicTexts();

  it('the check tells exactly the public texts that nobody looked at since', () => {
    const values = overdue.filter((file) => file.startsWith('content/contacts/'));
    const told = overdue.filter((file) => !values.includes(file));
    const due = texts.filter(({ file, text }) => file !== inTime && isDue(text, 365)).map(({ file }) => file);
    expect([...told].sort()).toEqual([...due].sort());
    // All but the one: no text asks for a look less often than once a year.
    expect(due).toHaveLength(texts.length - 1);
    recordFigure(
      'T23 public texts due / told as overdue thirteen months on',
      `${String(due.length)} / ${String(told.length)}`,
    );
  });

  it('of every kind that has a day', () => {
    expect([...new Set(texts.map(({ kind }) => kind))].sort()).toEqual([
      'pages',
      'partners',
      'questions',
      'resources',
      'routes',
      'services',
    ]);
  });

  it('and of contacts each confirmed value, after half a year or when it says', () => {
    const lists = ['phones', 'websites', 'emails', 'addresses', 'schedules', 'languages'] as const;
    const due = [...content.records.contacts].flatMap(([id, contact]) =>
      lists.flatMap((list) =>
        (contact[list] as readonly (Checked & { confidence: string; number?: string })[])
          .filter(
            ({ visibility, confidence, number }) =>
              visibility === 'public' && confidence === 'confirmed' && number !== '112',
          )
          .filter((value) => isDue(value, 180))
          .map(() => `content/contacts/${id}.yaml`),
      ),
    );
    expect(overdue.filter((file) => file.startsWith('content/contacts/')).sort()).toEqual([...due].sort());
  });

  it('and nothing of all that blocks, or is told today', () => {
    expect(report.errors).toEqual([]);
    expect(today.warnings.filter(({ code }) => code === 'overdue')).toEqual([]);
  });
});

describe('T24 every language', () => {
  /** Keys of the interface; of a plural the key without its form, since languages have other forms. */
  function keysOf(value: unknown, path: readonly string[] = []): string[] {
    if (typeof value !== 'object' || value === null)
      return [path.join('.').replace(/_(?:zero|one|two|few|many|other)$/, '')];
    return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
  }
  const keysIn = (locale: Locale): string[] =>
    [...new Set(keysOf(content.interface[locale]))].filter((key) => !onlyInSource.has(key.split('.')[0] ?? '')).sort();
  const others = offeredLocales.filter((locale) => locale !== sourceLocale);

  /** Parts that only pages for professionals show; where those fall back, their words do too. */
  const forProfessionals = new Set(['data', 'directory', 'link', 'route']);

  it.each(others)('has in %s every key of the interface that its pages show, and no other', (locale) => {
    const known = keysIn(sourceLocale);
    const wanted = known.filter(
      (key) => completeLocales.includes(locale) || !forProfessionals.has(key.split('.')[0] ?? ''),
    );
    const given = keysIn(locale);
    expect(wanted.filter((key) => !given.includes(key))).toEqual([]);
    expect(given.filter((key) => !known.includes(key))).toEqual([]);
    expect(given.length).toBeGreaterThan(300);
  });

  it.each(completeLocales)('has in %s a text for every record that has one in Dutch', (locale) => {
    for (const kind of textKinds)
      expect([...(content.texts[locale]?.[kind].keys() ?? [])].sort(), kind).toEqual(
        [...(content.texts[sourceLocale]?.[kind].keys() ?? [])].sort(),
      );
  });
});
