import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { offeredLocales, type Locale } from '../../src/domain/locales.ts';
import { editions, type EditionId } from '../../src/domain/mindmap.ts';
import { mindmapFile, type MindmapFile } from '../../src/gate/mindmap-files.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { translator } from '../../src/lib/i18n/translator.ts';
import { labelIn } from '../../src/lib/mindmap/leaves.ts';
import { layoutOptions } from '../../src/lib/mindmap/render.ts';
import { narrowScene, sheetScenes, wideScene } from '../../src/lib/mindmap/layout.ts';
import { textBoxes } from '../../src/lib/mindmap/scene.ts';
import { leavesOf } from '../../src/lib/mindmap/tree.ts';
import {
  centreOf,
  chainTree,
  doubtIn,
  editionOf,
  groupTree,
  legendOf,
  markOf,
  matrixOf,
  noLinks,
  partnerTree,
  sheetOf,
  type ViewContext,
} from '../../src/lib/mindmap/views.ts';
import { freeplaneFaults } from '../fixtures/freeplane.ts';
import chain from '../fixtures/chain-map-2020.json' with { type: 'json' };
import { measure } from '../fixtures/map-fonts.ts';
import { project } from '../fixtures/project.ts';

const today = '2026-11-22';
let content: Content;

beforeAll(async () => {
  ({ content } = loadContent(await readContentFiles(project)));
});

const editionIn = (id: EditionId) => editionOf(content, id, today);
const context = (locale: Locale): ViewContext => ({
  content,
  locale,
  t: translator(locale, content.interface),
  links: noLinks,
});
const make = (kind: MindmapFile, edition: EditionId, locale: Locale = 'nl') =>
  mindmapFile(kind, {
    project,
    content,
    locale,
    t: translator(locale, content.interface),
    edition,
    today,
    links: noLinks,
    measure,
  });

/** Words of an XML file as they are read: without marks, joined where a line was broken. */
const said = (xml: string): string =>
  xml
    .replaceAll(/<(?:tspan|\/tspan)[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A part of what a reader of a PDF hears. */
interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly depth: number;
}

/** Reads XML as a program does that refuses what is not well formed; texts of `text` elements as one. */
function readXml(xml: string): { tags: Tag[]; texts: { text: string; isSign: boolean }[] } {
  const tags: Tag[] = [];
  const texts: { text: string; isSign: boolean }[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push({ name, attributes, depth });
    if (name === 'text') texts.push({ text: '', isSign: attributes['aria-hidden'] === 'true' });
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('text', (text) => {
    const last = texts.at(-1);
    if (last && depth > 1) last.text += text.replace(/^\n$/, '');
  });
  parser.write(xml).close();
  return { tags, texts };
}

/** A table as a spreadsheet reads it. */
const readCsv = async (id: EditionId, locale: Locale): Promise<Record<string, string>[]> =>
  parse(String(await make('csv', id, locale)), { bom: true, delimiter: locale === 'nl' ? ';' : ',', columns: true });

const count = (list: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of list) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
};

describe('the map of 2020', () => {
  it('has every line of the source, by whom as far as it tells, and no other', () => {
    const found = editionIn('2020').leaves.map(({ group, form, label, partner = 'unknown', certainty }) => ({
      group,
      form,
      label,
      by: partner,
      certainty,
    }));
    const key = (leaf: Readonly<Record<string, string>>) => Object.values(leaf).join('|');
    expect(found.map(key).sort()).toEqual(chain.leaves.map(key).sort());
    expect(found).toHaveLength(81);
  });

  it('draws each of the 81 as one text, with its label as the source writes it', async () => {
    const { texts } = readXml(String(await make('svg', '2020')));
    const labels = count(texts.filter(({ isSign }) => !isSign).map(({ text }) => text));
    for (const [label, times] of Object.entries(count(chain.leaves.map((leaf) => leaf.label))))
      expect(labels[label], label).toBe(times);
  });
});

describe('the map through time', () => {
  it('has the activities of each date', () => {
    expect(Object.fromEntries(editions.map(({ id }) => [id, editionIn(id).leaves.length]))).toEqual({
      '2020': 81,
      '2022': 95,
      '2023': 97,
      current: 97,
    });
  });

  it('tells what came and went', () => {
    const names = (id: EditionId, which: 'came' | 'went') =>
      editionIn(id)[which].map(({ label, partner = '' }) => `${label}, ${partner}`);
    expect(names('2022', 'came')).toHaveLength(14);
    expect(names('2022', 'went')).toEqual([]);
    expect(names('2023', 'came')).toEqual([
      'Casemanagement (Stapteam), leger-des-heils',
      'Time-outvoorziening, iriszorg',
      'Terecht: contact, informatie en advies, leger-des-heils',
      'Levenskracht: begeleiding bij uitstappen, leger-des-heils',
    ]);
    expect(names('2023', 'went')).toEqual([
      'Casemanagement (Stapteam), ggd',
      'Casemanagement (Stapteam), bindkracht10',
    ]);
  });

  it('puts the network of the date in the middle, and says when its name is not sure', () => {
    const { t } = context('nl');
    const centre = (id: EditionId) => chainTree(editionIn(id), context('nl')).centre;
    expect(centre('2020')).toMatchObject({ title: 'Ketenaanpak in Sekswerk', short: 'KIS' });
    expect(centre('2020').lines.map(({ text }) => text)).toEqual([
      'Stuurgroep',
      'Projectgroep',
      'Casuïstiekoverleg (elke twee weken)',
      t('mindmap.coordination'),
    ]);
    expect(centre('2022').lines.at(-1)?.mark).toMatchObject({ letter: 'G', doubt: 'sure' });
    expect(centre('current').lines.map(({ text }) => text)).toContain(t('mindmap.unconfirmed'));
    expect(centre('current').lines.find(({ mark }) => mark)?.mark).toMatchObject({ doubt: 'inferred' });
  });
});

describe.each(editions.map(({ id }) => id))('the views of %s', (id) => {
  it('have every activity once, in every language', () => {
    for (const locale of offeredLocales) {
      const edition = editionIn(id);
      const wanted = edition.leaves.map((leaf) => leaf.id).sort();
      const ids = (leaves: readonly { id: string }[]) => leaves.map((leaf) => leaf.id).sort();
      expect(ids(leavesOf(chainTree(edition, context(locale))))).toEqual(wanted);
      expect(ids(edition.groups.flatMap((group) => leavesOf(groupTree(edition, group, context(locale)))))).toEqual(
        wanted,
      );
      expect(
        ids([
          ...edition.partners.flatMap((partner) => leavesOf(partnerTree(edition, partner, context(locale)))),
          ...edition.leaves.filter(({ partner }) => partner === undefined),
        ]),
      ).toEqual(wanted);
      const matrix = matrixOf(edition);
      expect(matrix.reduce((sum, { total }) => sum + total, 0)).toBe(wanted.length);
      for (const { counts, total } of matrix) expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(total);
    }
  });

  it('cut no word, in any language and layout', () => {
    for (const locale of offeredLocales) {
      const edition = editionIn(id);
      const words = new Set(
        [
          ...edition.leaves.map(({ label }) => labelIn(content, locale, label).text),
          ...Object.values(content.texts[locale] ?? {}).flatMap((kind) =>
            [...kind.values()].flatMap((text) => ('name' in text ? [text.name ?? ''] : [])),
          ),
        ].flatMap((text) => text.split(/[\s/-]+/)),
      );
      const options = layoutOptions(locale, 'Map', measure);
      const tree = chainTree(edition, context(locale));
      const sheets = sheetScenes(tree, sheetOf(edition, context(locale)), options, String);
      const sheet = { ...narrowScene(tree, options), children: sheets.flatMap(({ children }) => children) };
      const broken = [narrowScene(tree, options), wideScene(tree, options), sheet].flatMap((scene) =>
        leavesOf(tree).flatMap(({ label }) => {
          const [first = ''] = label.split(/[\s/-]+/);
          return textBoxes(scene.children).some(({ text }) => text.startsWith(first)) || !words.has(first)
            ? []
            : [label];
        }),
      );
      expect(broken).toEqual([]);
    }
  });
});

describe.each(['nl', 'en'] as const)('the files in %s', (locale) => {
  const labels = () => count(editionIn('current').leaves.map(({ label }) => labelIn(content, locale, label).text));

  it.each(['a3.pdf', 'a4.pdf'] as const)(
    '%s is on sheets of its size, with text that can be read, fonts and a title',
    async (kind) => {
      const bytes = (await make(kind, 'current', locale)) as Uint8Array;
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      const [wide, high] = kind === 'a3.pdf' ? [420, 297] : [297, 210];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const { width, height } = page.getViewport({ scale: 1 });
        expect(Math.abs((width / 72) * 25.4 - wide)).toBeLessThan(0.2);
        expect(Math.abs((height / 72) * 25.4 - high)).toBeLessThan(0.2);
        // Letters in marks aside, which are for the eye beside a text that says more.
        const { items } = await page.getTextContent();
        const points = items.flatMap((item) =>
          'str' in item && item.str.trim().length > 2
            ? [Math.hypot(item.transform[2] as number, item.transform[3] as number)]
            : [],
        );
        expect(points.length).toBeGreaterThan(20);
        expect(Math.min(...points), `${kind}, page ${String(number)}`).toBeGreaterThanOrEqual(
          kind === 'a4.pdf' ? 8 : 7,
        );
      }
      if (kind === 'a3.pdf') expect(pdf.numPages).toBe(1);
      else expect(pdf.numPages).toBeGreaterThan(1);
      const { text } = await extractText(pdf, { mergePages: true });
      // A program that reads a PDF takes the end of a line for a space.
      const bare = (words: string) => words.replaceAll(/\s+/g, '');
      for (const [label, times] of Object.entries(labels()))
        expect(bare(text).split(bare(label)).length - 1, label).toBeGreaterThanOrEqual(times);
      expect((await getMeta(pdf)).info).toMatchObject({ Title: expect.stringContaining('2026') as string });
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/AtkinsonHyperlegibleNext[\s\S]*FontFile/);
    },
  );

  it.each(['a3.pdf', 'a4.pdf'] as const)(
    '%s is tagged: a listener gets headings, lists and who does it',
    async (kind) => {
      const bytes = (await make(kind, 'current', locale)) as Uint8Array;
      const raw = Buffer.from(bytes).toString('latin1');
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      expect(raw).toMatch(/\/DisplayDocTitle true/);
      expect(raw).toContain(`/Lang (${locale})`);
      const edition = editionIn('current');
      const heard: { role: string; text: string }[] = [];
      let lists = 0;
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent({ includeMarkedContent: true });
        const texts = new Map<string, string>();
        let open = '';
        let isArtifact = false;
        for (const item of items) {
          if ('str' in item) {
            if (!isArtifact) texts.set(open, (texts.get(open) ?? '') + item.str);
          } else if (item.type === 'endMarkedContent') [open, isArtifact] = ['', false];
          else [open, isArtifact] = [item.id ?? '', 'tag' in item && item.tag === 'Artifact'];
        }
        // No text that is neither tagged nor an artifact.
        expect((texts.get('') ?? '').trim()).toBe('');
        const walk = (node: StructNode, role: string): void => {
          if (node.role === 'L') lists += 1;
          if (node.type === 'content') heard.push({ role, text: (texts.get(node.id ?? '') ?? '').trim() });
          for (const child of node.children ?? []) walk(child, node.role ?? role);
        };
        walk(await page.getStructTree(), '');
      }
      // A program that reads a PDF takes the end of a line for a space, or for nothing.
      const bare = (words: string) => words.replaceAll(/\s+/g, '');
      const of = (role: string) => heard.filter((part) => part.role === role).map(({ text }) => bare(text));
      expect(of('H1')).toEqual([bare(context(locale).t('mindmap.poster.title'))]);
      expect(of('H2')).toEqual(chainTree(edition, context(locale)).branches.map(({ title }) => bare(title)));
      const leaves = leavesOf(chainTree(edition, context(locale)));
      expect(of('Lbl')).toHaveLength(leaves.length);
      expect(lists).toBeGreaterThan(edition.groups.length);
      const labels = new Set(leaves.map(({ label }) => bare(label)));
      expect(of('P').filter((text) => labels.has(text))).toEqual(leaves.map(({ label }) => bare(label)));
      // Each label is read as who does it, and how sure that is.
      const spoken = [...raw.matchAll(/\/S \/Lbl[\s\S]*?\/ActualText \(((?:[^()\\]|\\[\s\S])*)\)/g)];
      expect(spoken).toHaveLength(leaves.length);
    },
  );

  it('svg, csv, opml, mm and json hold every activity', async () => {
    const wanted = labels();
    const { t } = context(locale);
    const rows = await readCsv('current', locale);
    const isActivity = (row: Record<string, string>) => row[t('mindmap.column.form')] !== t('mindmap.centre');
    expect(count(rows.filter(isActivity).map((row) => row[t('mindmap.column.activity')] ?? ''))).toEqual(wanted);

    const opml = readXml(String(await make('opml', 'current', locale))).tags;
    expect(opml[0]).toMatchObject({ name: 'opml', attributes: { version: '2.0' } });
    const outlines = opml.filter(({ name }) => name === 'outline');
    expect(outlines.every(({ attributes }) => attributes['text'] !== undefined)).toBe(true);
    const lines = outlines.filter(({ depth }) => depth === 4).map(({ attributes }) => attributes);
    expect(count(lines.map(({ activity = '' }) => activity))).toEqual(wanted);
    for (const { text, activity, partner } of lines) expect(text).toBe(`${String(activity)}: ${String(partner)}`);

    const mm = String(await make('mm', 'current', locale));
    expect(freeplaneFaults(mm)).toEqual([]);
    const nodes = readXml(mm).tags.filter(({ name }) => name === 'node');
    expect(nodes.filter(({ depth }) => depth === 1)).toHaveLength(1);
    expect(
      nodes
        .filter(({ depth }) => depth === 2)
        .every(({ attributes }) => /^(?:left|right)$/.test(attributes['POSITION'] ?? '')),
    ).toBe(true);
    expect(count(nodes.filter(({ depth }) => depth === 4).map(({ attributes }) => attributes['TEXT'] ?? ''))).toEqual(
      wanted,
    );

    const json = JSON.parse(String(await make('json', 'current', locale))) as { activities: { label: string }[] };
    expect(count(json.activities.map(({ label }) => label))).toEqual(wanted);
  });

  it('png is a picture of A3 at 150 dots an inch, and not white', async () => {
    const image = sharp((await make('png', '2020', locale)) as Uint8Array);
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 2480 });
    const { channels } = await image.stats();
    expect(Math.min(...channels.map(({ mean }) => mean))).toBeLessThan(250);
  });
});

describe.each(editions.flatMap(({ id }) => offeredLocales.map((locale) => ({ id, locale }))))(
  'in every file of $id in $locale',
  ({ id, locale }) => {
    const texts = async () =>
      Promise.all(
        (['svg', 'csv', 'opml', 'mm', 'json'] as const).map(async (kind) => {
          const text = String(await make(kind, id, locale));
          // What a program reads, not what the file escapes.
          const isXml = kind === 'svg' || kind === 'opml' || kind === 'mm';
          return { kind, text: isXml ? said(text) : text };
        }),
      );

    it('stands what is in the middle: the network, where its partners meet, and who coordinates', async () => {
      const centre = centreOf(editionIn(id), context(locale))!;
      const words = [centre.name, ...centre.bodies];
      expect(words.length).toBe(id === '2020' ? 4 : 1);
      for (const { kind, text } of await texts()) {
        for (const word of words) expect(text, `${kind}: ${word}`).toContain(word);
        if (kind !== 'json') expect(text, kind).toContain(context(locale).t('mindmap.coordination'));
      }
      const { network } = JSON.parse(String(await make('json', id, locale))) as { network: { coordinator: unknown } };
      expect(network.coordinator).toEqual({ id: 'ggd', name: 'GGD Gelderland-Zuid' });
      for (const kind of ['csv', 'opml', 'mm'] as const) {
        const lines = said(String(await make(kind, id, locale))).split('\n');
        const at = lines.findIndex((line) => line.includes(context(locale).t('mindmap.coordination')));
        expect(lines.slice(at, at + 2).join(' '), kind).toContain('GGD Gelderland-Zuid');
      }
    });

    it('stand both who may do "Training weerbaarheid"', async () => {
      const label = labelIn(content, locale, 'Training weerbaarheid').text;
      const both = context(locale).t('mindmap.orPerhaps', { name: 'Sterker sociaal werk', names: 'IrisZorg' });
      const row = (await readCsv(id, locale)).filter((one) => Object.values(one).includes(label));
      expect(row.map((one) => one[context(locale).t('mindmap.column.partner')])).toContain(both);
      for (const kind of ['opml', 'mm', 'svg'] as const)
        expect(said(String(await make(kind, id, locale))), kind).toContain(both);
    });

    it('is said of an activity whose place is our reading that its place is, not who does it', () => {
      const edition = editionIn(id);
      const { t } = context(locale);
      const placed = edition.leaves.filter(({ placement }) => placement !== undefined);
      expect(placed.map((leaf) => leaf.id)).toContain('2020-oggz-collective-training-seksuele-weerbaarheid-iriszorg');
      for (const leaf of placed) {
        expect(markOf(content, leaf.partner, leaf.doubt).doubt).toBe('sure');
        expect(doubtIn(leaf, context(locale))).toBe(t('mindmap.doubt.place'));
      }
      expect(legendOf(edition, context(locale)).map(({ text }) => text)).toContain(t('mindmap.doubt.place'));
    });
  },
);

it('an English poster says in English what its words and sources are, and marks what is Dutch', async () => {
  const svg = String(await make('svg', '2020', 'en'));
  const words = said(svg);
  expect(words).toContain('All organisations');
  expect(words).not.toContain('Alle organisaties');
  expect(words).toContain('application for a subsidy for 2021');
  const dutch = [...svg.matchAll(/<text[^>]* lang="nl"[^>]*>(.*?)<\/text>/g)]
    .map(([, text = '']) => said(text))
    .join(' ');
  expect(dutch).toContain('subsidieaanvraag 2021');
  expect(said(svg.replaceAll(/<text[^>]* lang="nl"[^>]*>.*?<\/text>/g, ''))).not.toContain('subsidieaanvraag');
  expect(String(await make('svg', '2020', 'nl'))).not.toMatch(/<text[^>]* lang=/);
});

it('a saved drawing links nowhere, and has a title and a description', async () => {
  const { tags } = readXml(String(await make('svg', '2023')));
  expect(tags.some(({ attributes }) => Object.keys(attributes).some((name) => name.endsWith('href')))).toBe(false);
  expect(tags.slice(0, 3).map(({ name }) => name)).toEqual(['svg', 'title', 'desc']);
  expect(tags[0]?.attributes['role']).toBe('group');
});

it('the poster of a year says what came and what went', async () => {
  const words = said(String(await make('svg', '2023')));
  expect(words).toContain('Erbij sinds 2022: 4.');
  expect(words).toMatch(/Weg sinds 2022: Casemanagement \(Stapteam\) \(GGD Gelderland-Zuid, Straatsekswerkers\);/);
  expect(words).toContain('nieuw sinds 2022');
  expect(said(String(await make('svg', 'current')))).toContain('Er is niets bekend dat veranderde sinds 2023.');
  expect(said(String(await make('svg', '2020')))).not.toContain('sinds 20');
});

it('the check of Freeplane files would see what Freeplane does not take', () => {
  const good = '<map version="freeplane 1.9.13">\n<node TEXT="a" ID="ID_1"><node TEXT="b" ID="ID_2"/></node></map>';
  expect(freeplaneFaults(good)).toEqual([]);
  for (const [from, to] of [
    ['<map', '<?xml version="1.0" encoding="UTF-8"?>\n<map'],
    ['TEXT="a"', 'TEXT="é"'],
    ['TEXT="a"', 'TEXTS="a"'],
    ['ID_2', 'ID_1'],
    ['ID_2', '2'],
    ['ID="ID_2"', 'ID="ID_2" POSITION="up"'],
    ['<node TEXT="b" ID="ID_2"/>', '<attribute NAME="x"/>'],
    ['<node TEXT="b" ID="ID_2"/>', '<leaf/>'],
    ['</map>', '<node TEXT="c"/></map>'],
  ] as const)
    expect(freeplaneFaults(good.replace(from, to)), to).not.toEqual([]);
});

it('the same records give the same bytes', async () => {
  for (const kind of ['svg', 'json', 'csv', 'opml', 'mm', 'png', 'a3.pdf'] as const) {
    const [one, two] = [await make(kind, '2022'), await make(kind, '2022')];
    expect(Buffer.from(one as string).equals(Buffer.from(two as string)), kind).toBe(true);
  }
});

it('a cell that a spreadsheet would run as a formula is made a text', async () => {
  const changed = { ...content, records: { ...content.records, activities: new Map(content.records.activities) } };
  const [id, activity] = [...changed.records.activities][0]!;
  changed.records.activities.set(id, { ...activity, label: '=1+1' });
  const csv = await mindmapFile('csv', {
    project,
    content: changed,
    locale: 'nl',
    t: translator('nl', content.interface),
    edition: '2020',
    today,
    links: noLinks,
    measure,
  });
  expect(String(csv)).toContain(";'=1+1;");
});
