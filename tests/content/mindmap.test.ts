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
import { narrowScene, wideScene } from '../../src/lib/mindmap/layout.ts';
import { textBoxes } from '../../src/lib/mindmap/scene.ts';
import { leavesOf } from '../../src/lib/mindmap/tree.ts';
import {
  chainTree,
  editionOf,
  groupTree,
  matrixOf,
  noLinks,
  partnerTree,
  type ViewContext,
} from '../../src/lib/mindmap/views.ts';
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
            [...kind.values()].flatMap((text) => ('name' in text ? [text.name] : [])),
          ),
        ].flatMap((text) => text.split(/[\s/-]+/)),
      );
      const options = layoutOptions(locale, 'Map', measure);
      const tree = chainTree(edition, context(locale));
      const broken = [narrowScene(tree, options), wideScene(tree, options)].flatMap((scene) =>
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

  it.each(['a3.pdf', 'a4.pdf'] as const)('%s is one sheet of its size, with text, fonts and a title', async (kind) => {
    const bytes = (await make(kind, 'current', locale)) as Uint8Array;
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    expect(pdf.numPages).toBe(1);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const [wide, high] = kind === 'a3.pdf' ? [420, 297] : [297, 210];
    expect(Math.abs((width / 72) * 25.4 - wide)).toBeLessThan(0.2);
    expect(Math.abs((height / 72) * 25.4 - high)).toBeLessThan(0.2);
    const { text } = await extractText(pdf, { mergePages: true });
    // A program that reads a PDF takes the end of a line for a space.
    const bare = (words: string) => words.replaceAll(/\s+/g, '');
    for (const [label, times] of Object.entries(labels()))
      expect(bare(text).split(bare(label)).length - 1, label).toBeGreaterThanOrEqual(times);
    expect((await getMeta(pdf)).info).toMatchObject({ Title: expect.stringContaining('2026') as string });
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/AtkinsonHyperlegibleNext[\s\S]*FontFile/);
  });

  it('svg, csv, opml, mm and json hold every activity', async () => {
    const wanted = labels();
    const rows = parse<Record<string, string>>(String(await make('csv', 'current', locale)), {
      bom: true,
      delimiter: locale === 'nl' ? ';' : ',',
      columns: true,
    });
    const column = context(locale).t('mindmap.column.activity');
    expect(count(rows.map((row) => row[column] ?? ''))).toEqual(wanted);

    const opml = readXml(String(await make('opml', 'current', locale))).tags;
    expect(opml[0]).toMatchObject({ name: 'opml', attributes: { version: '2.0' } });
    const outlines = opml.filter(({ name }) => name === 'outline');
    expect(outlines.every(({ attributes }) => attributes['text'] !== undefined)).toBe(true);
    expect(
      count(outlines.filter(({ depth }) => depth === 4).map(({ attributes }) => attributes['text'] ?? '')),
    ).toEqual(wanted);

    const mm = readXml(String(await make('mm', 'current', locale))).tags;
    expect(mm[0]?.name).toBe('map');
    const nodes = mm.filter(({ name }) => name === 'node');
    expect(nodes.filter(({ depth }) => depth === 1)).toHaveLength(1);
    expect(
      nodes
        .filter(({ depth }) => depth === 2)
        .every(({ attributes }) => /^(?:left|right)$/.test(attributes['POSITION'] ?? '')),
    ).toBe(true);
    expect(new Set(nodes.map(({ attributes }) => attributes['ID'])).size).toBe(nodes.length);
    expect(count(nodes.filter(({ depth }) => depth === 4).map(({ attributes }) => attributes['TEXT'] ?? ''))).toEqual(
      wanted,
    );
    expect(mm.every(({ name }) => ['map', 'node', 'attribute'].includes(name))).toBe(true);

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
