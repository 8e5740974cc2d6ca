import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { markShapeNames } from '../../src/domain/mindmap.ts';
import { embeddedFonts, servedMeasure } from '../../src/gate/map-fonts.ts';
import { breakLines } from '../../src/lib/mindmap/break-lines.ts';
import { narrowScene, posterScene, wideScene, type LayoutOptions } from '../../src/lib/mindmap/layout.ts';
import { markSheet, signSvg } from '../../src/lib/mindmap/mark-svg.ts';
import { measureWith, openFonts, runsInOrder, runsOf } from '../../src/lib/mindmap/measure.ts';
import { textBoxes, type Box, type Scene, type SceneNode } from '../../src/lib/mindmap/scene.ts';
import { toPdf } from '../../src/lib/mindmap/to-pdf.ts';
import { toSvg } from '../../src/lib/mindmap/to-svg.ts';
import { leavesOf, type Mark, type Tree } from '../../src/lib/mindmap/tree.ts';
import { arabicTree } from '../fixtures/arabic-tree.ts';
import { fonts, measure } from '../fixtures/map-fonts.ts';
import { project } from '../fixtures/project.ts';
import { randomFrom, randomTree } from '../fixtures/random-tree.ts';

const options = (dir: 'ltr' | 'rtl'): LayoutOptions => ({ locale: 'nl', dir, label: 'Map', measure });
const sheet = {
  title: 'Wie doet wat in de keten',
  intro: 'Alles bij elkaar.',
  edition: '2020',
  date: 'Zoals bekend eind 2020',
  legend: [
    { sign: { shape: 'circle', letter: 'G', doubt: 'sure' }, text: 'GGD' },
    { sign: 'new', text: 'nieuw' },
  ],
  notes: [{ text: 'Bron: een boek.' }, { text: 'A book.', lang: 'en' }],
} as const;

const layouts: Readonly<Record<string, (tree: Tree, dir: 'ltr' | 'rtl') => Scene>> = {
  poster: (tree, dir) => posterScene(tree, sheet, options(dir)),
  wide: (tree, dir) => wideScene(tree, options(dir)),
  narrow: (tree, dir) => narrowScene(tree, options(dir)),
};

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);
const cases = Object.keys(layouts).flatMap((layout) =>
  (['ltr', 'rtl'] as const).map((dir) => ({ layout, dir, draw: layouts[layout]! })),
);

/** Every leaf of a drawing, with the text of its label. */
function drawnLeaves(nodes: readonly SceneNode[]): { id: string; label: string }[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'group') return [];
    const id = node.data?.['leaf'];
    if (id === undefined) return drawnLeaves(node.children);
    const texts = textNodes(node.children).filter((text) => !text.isSign);
    return [{ id, label: texts.map(({ lines }) => lines.map(({ text }) => text).join('')).join('|') }];
  });
}

function textNodes(nodes: readonly SceneNode[]): Extract<SceneNode, { kind: 'text' }>[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? textNodes(node.children) : node.kind === 'text' ? [node] : [],
  );
}

function overlaps(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  );
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

describe.each(cases)('$layout, $dir, for any tree', ({ draw, dir }) => {
  it.each(seeds)('number %d: every leaf once, no two texts touch, nothing outside', (seed) => {
    const tree = randomTree(seed);
    const scene = draw(tree, dir);
    expect(drawnLeaves(scene.children).sort(byId)).toEqual(
      leavesOf(tree)
        .map(({ id, label }) => ({ id, label }))
        .sort(byId),
    );
    const boxes = textBoxes(scene.children);
    for (const { text, x, y, width, height } of boxes) {
      expect(x, text).toBeGreaterThanOrEqual(-0.01);
      expect(y, text).toBeGreaterThanOrEqual(-0.01);
      expect(x + width, text).toBeLessThanOrEqual(scene.width + 0.01);
      expect(y + height, text).toBeLessThanOrEqual(scene.height + 0.01);
    }
    const touching = boxes.flatMap((box, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => overlaps(box, other))
        .map((other) => `${box.text} | ${other.text}`),
    );
    expect(touching).toEqual([]);
  });

  it('gives the same bytes for the same tree', () => {
    expect(toSvg(draw(randomTree(7), dir))).toBe(toSvg(draw(randomTree(7), dir)));
  });
});

it('would see texts that touch', () => {
  const box = { x: 0, y: 0, width: 10, height: 5 };
  expect(overlaps(box, { ...box, x: 9, y: 4 })).toBe(true);
  expect(overlaps(box, { ...box, x: 10 })).toBe(false);
});

it('a mirrored drawing is the mirror image: the same places, from the other side', () => {
  const tree = randomTree(3);
  const [left, right] = [layouts['wide']!(tree, 'ltr'), layouts['wide']!(tree, 'rtl')];
  const ends = textBoxes(right.children).map(({ x, width, y }) => [right.width - x - width, y]);
  const starts = textBoxes(left.children).map(({ x, y }) => [x, y]);
  for (const [index, [x, y]] of ends.entries()) {
    expect(x).toBeCloseTo(starts[index]![0]!, 6);
    expect(y).toBeCloseTo(starts[index]![1]!, 6);
  }
  expect(toSvg(right)).toContain('direction="rtl"');
});

it('the poster keeps the shape of a sheet of paper, however much stands on it', () => {
  for (const seed of [1, 5, 9, 20]) {
    const { width, height } = layouts['poster']!(randomTree(seed), 'ltr');
    expect(width / height).toBeCloseTo(Math.SQRT2, 6);
  }
});

describe('what an SVG is made of', () => {
  const svg = toSvg(layouts['poster']!(randomTree(11), 'ltr'));

  it('is XML, with presentation in attributes only and no foreign parts', () => {
    const names = new Set<string>();
    const attributes = new Set<string>();
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes: given }) => {
      names.add(name);
      for (const key of Object.keys(given)) attributes.add(key);
    });
    parser.write(svg).close();
    // A file of its own may be opened anywhere: it links to nothing, and says what it is.
    expect([...names].sort()).toEqual(['g', 'path', 'svg', 'text', 'title', 'tspan']);
    expect([...attributes]).not.toContain('style');
    expect([...attributes]).not.toContain('id');
  });

  it('holds every line of text to its measured width', () => {
    const lines = [...svg.matchAll(/<(?:text|tspan)(?:\s[^>]*)?\stextLength="([\d.]+)"[^>]*>([^<]+)</g)];
    expect(lines.length).toBeGreaterThan(30);
    expect(svg.match(/<text[^>]*>[^<]/g)?.every((text) => text.includes('textLength'))).toBe(true);
  });
});

it('a mark beside a text is for the eye only, drawn once on its page, and different for each shape and doubt', () => {
  const marks = (['sure', 'inferred', 'requested', 'unknown'] as const).flatMap((doubt) =>
    markShapeNames.map((shape): Mark => ({ shape: doubt === 'unknown' ? undefined : shape, letter: 'G', doubt })),
  );
  const drawn = new Map(
    [...markSheet(marks, measure).matchAll(/<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/g)].map(
      ([, name = '', inner = '']) => [name, inner.replaceAll(/(?:fill|stroke|class)="[^"]*"/g, '')] as const,
    ),
  );
  expect(drawn.size).toBe(3 * markShapeNames.length + 1);
  // A ring is a circle in another colour.
  expect(new Set(drawn.values()).size).toBe(3 * (markShapeNames.length - 1) + 1);
  for (const mark of marks) {
    const svg = signSvg(mark);
    expect(svg).toMatch(/^<svg class="drawing map-mark" viewBox="0 0 24 24" aria-hidden="true"/);
    expect([...drawn.keys()]).toContain(/href="#([^"]+)"/.exec(svg)?.[1]);
  }
});

it('a column that goes on beside itself has its title again, for the eye only', () => {
  const leaves = leavesOf(randomTree(2)).slice(0, 1);
  const many = Array.from({ length: 12 }, (_, index) => ({
    ...leaves[0]!,
    id: `leaf-${String(index)}`,
    label: 'Training',
  }));
  const tree: Tree = {
    centre: { title: 'Keten', short: undefined, lines: [] },
    branches: ['one', 'two'].map((id) => ({
      id,
      title: id,
      href: undefined,
      room: 'sky',
      columns: [{ title: 'Voor een groep', leaves: many }],
    })),
  };
  const heads = textNodes(wideScene(tree, options('ltr')).children).filter(
    ({ lines }) => lines.map(({ text }) => text).join('') === 'Voor een groep',
  );
  const lefts = new Set(
    textNodes(wideScene(tree, options('ltr')).children)
      .filter(({ lines }) => lines[0]?.text === 'Training')
      .map(({ lines }) => Math.round(lines[0]!.x)),
  );
  expect(lefts.size).toBeGreaterThan(2);
  expect(heads).toHaveLength(lefts.size);
  expect(heads.filter(({ isSign }) => isSign !== true)).toHaveLength(tree.branches.length);
});

it('no row of the legend holds one sign alone', () => {
  const legend = Array.from({ length: 9 }, (_, index) => ({
    sign: { shape: 'circle', letter: 'G', doubt: 'sure' } as const,
    text: `Organisatie nummer ${String(index)} met een lange naam`,
  }));
  const scene = posterScene(randomTree(5), { ...sheet, legend }, options('ltr'));
  const rows = new Map<number, number>();
  for (const { lines } of textNodes(scene.children))
    if (lines[0]?.text.startsWith('Organisatie'))
      rows.set(Math.round(lines[0].y), (rows.get(Math.round(lines[0].y)) ?? 0) + 1);
  expect(rows.size).toBeGreaterThan(1);
  expect(Math.max(...rows.values()) - Math.min(...rows.values())).toBeLessThan(3);
});

describe('lines', () => {
  const width = (text: string): number => text.length;

  it.each([
    ['Deskundigheidsbevordering seksualiteit bespreekbaar maken', 'nl', 31, 2, 'after a space, evenly'],
    ['Arbeidstoeleiding/participatie', 'nl', 20, 2, 'after a slash between words'],
    ['spotkanie z psychologiem w poradni', 'pl', 24, 2, 'never after a word of one letter'],
    ['การให้คำปรึกษาและการฝึกอบรม', 'th', 16, 2, 'between words of a script without spaces'],
    ['abcdefghijklmnopqrstuvwxyz', 'nl', 10, 3, 'inside a word only when it fits no line'],
    ['', 'nl', 10, 1, 'nothing is one empty line'],
  ])('"%s" in %s at %d makes %d: %s', (text, locale, room, count) => {
    const lines = breakLines(text, locale, room, width);
    expect(lines.join('')).toBe(text);
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(room);
    expect(lines.filter((line) => /(?:^|\s)\p{L}\s+$/u.test(line))).toEqual([]);
  });

  it('joined are the text, whatever it is, and none is wider than asked', () => {
    const random = randomFrom(42);
    for (let turn = 0; turn < 300; turn += 1) {
      const letters = 'ab c-d/e.f (g) – ö +ж';
      const text = Array.from(
        { length: Math.floor(random() * 60) },
        () => letters[Math.floor(random() * letters.length)],
      ).join('');
      const room = 4 + Math.floor(random() * 20);
      const lines = breakLines(text, 'nl', room, width);
      expect(lines.join('')).toBe(text === '' || text.trim() === '' ? lines.join('') : text);
      for (const line of lines) expect(line.trimEnd().length, `${text} at ${String(room)}`).toBeLessThanOrEqual(room);
    }
  });
});

describe('a drawing in Arabic', async () => {
  const measureArabic = await servedMeasure(project, 'ar');
  const tree = arabicTree();
  const scenes = {
    wide: wideScene(tree, { ...options('rtl'), measure: measureArabic }),
    narrow: narrowScene(tree, { ...options('rtl'), measure: measureArabic }),
    poster: posterScene(tree, sheet, { ...options('rtl'), measure: measureArabic }),
  };

  it.each(Object.entries(scenes))('%s: no two texts touch, nothing is outside, and its words are whole', (_, scene) => {
    const boxes = textBoxes(scene.children);
    for (const { text, x, y, width, height } of boxes) {
      expect(Math.min(x, y), text).toBeGreaterThanOrEqual(-0.01);
      expect(x + width, text).toBeLessThanOrEqual(scene.width + 0.01);
      expect(y + height, text).toBeLessThanOrEqual(scene.height + 0.01);
    }
    expect(boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlaps(box, other)))).toEqual([]);
    const labels = drawnLeaves(scene.children).map(({ label }) => label);
    expect(labels.sort()).toEqual(
      leavesOf(tree)
        .map(({ label }) => label)
        .sort(),
    );
    const words = new Set(labels.flatMap((label) => label.split(/[\s/]+/)));
    const leafLines = textNodes(scene.children).filter(
      ({ lines, isSign }) => isSign !== true && labels.includes(lines.map(({ text }) => text).join('')),
    );
    for (const word of leafLines.flatMap(({ lines }) => lines.flatMap(({ text }) => text.trim().split(/[\s/]+/))))
      expect(words.has(word), word).toBe(true);
  });

  it('stands at the right, and Latin words in it keep their direction', () => {
    const svg = toSvg(scenes.wide);
    expect(svg).toMatch(/^<svg [^>]*direction="rtl"/);
    expect(svg).toMatch(/<text direction="ltr"[^>]*>Veilig Thuis \(VT\)</);
    expect(svg).not.toMatch(/<text direction="ltr"[^>]*>[^<]*\p{Script=Arabic}/u);
  });

  it('is set on paper from its last word to its first, brackets turned, Latin words in their own order', async () => {
    const { sans } = openFonts(await embeddedFonts(project, 'ar'));
    const set = (text: string) => runsInOrder(sans, text).map((run) => run.text);
    expect(set('رعاية / Gelderland-Zuid (2020)')).toEqual(['Gelderland-Zuid (2020)', ' /', 'رعاية ']);
    expect(set('الصمود (الجنسي)')).toEqual(['(', 'الجنسي', ')', 'الصمود ']);
    expect(set('Veilig Thuis (VT)')).toEqual(['Veilig Thuis (VT)']);
  });

  it('is measured and drawn with a font that has its letters', async () => {
    const files = await embeddedFonts(project, 'ar');
    const label = leavesOf(tree)[0]!.label;
    expect(runsOf(openFonts(files).sans, label).every(({ font }) => font !== undefined)).toBe(true);
    expect(measureArabic(label, 'sans', 10)).not.toBeCloseTo(measure(label, 'sans', 10), 1);
    const pdf = await toPdf([scenes.poster], files, 'a3', { title: 'Map', author: 'Us', day: '2026-11-22' });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/NotoSansArabic[\s\S]*FontFile/);
  });

  it.each(['bg', 'pl', 'ro', 'hu', 'es'])('letters of %s have a font too', async (locale) => {
    const text = {
      bg: 'Консултация и съвет',
      pl: 'Wsparcie społeczności',
      ro: 'Consiliere și îngrijire',
      hu: 'Segítség önálló nőknek',
      es: 'Atención y acompañamiento',
    }[locale]!;
    const fontFiles = openFonts(await embeddedFonts(project, locale));
    for (const face of ['sans', 'serif'] as const)
      expect(
        runsOf(fontFiles[face], text).every(({ font }) => font !== undefined),
        face,
      ).toBe(true);
  });
});

describe('the fonts', () => {
  const embedded = measureWith(fonts);

  it.each([
    'Deskundigheidsbevordering (seksueel) grensoverschrijdend gedrag',
    'Zorgcoördinatie',
    'AVATAR 2020 – é ë ö',
  ])('in a PDF are as wide as the ones that are served: %s', (text) => {
    for (const face of ['sans', 'serif'] as const)
      expect(embedded(text, face, 100)).toBeCloseTo(measure(text, face, 100), 6);
  });

  it('are guessed where a letter is missing, never nothing', () => {
    expect(measure('Ж', 'sans', 10)).toBeGreaterThan(5);
  });
});
