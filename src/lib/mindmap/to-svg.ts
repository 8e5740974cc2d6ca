import { isRightToLeft } from './measure.ts';
import type { Outliner } from './outline.ts';
import { daylight } from './paints.ts';
import type { GroupNode, PathNode, Scene, SceneNode, Segment, TextNode } from './scene.ts';
import { sizes } from './type.ts';

/** The families as a browser looks for them; where they are missing each line keeps its measured width. */
const families = {
  sans: "'Atkinson Hyperlegible Next', system-ui, sans-serif",
  serif: "Literata, Georgia, 'Noto Serif', serif",
};

export interface SvgOptions {
  /** Draws a text as shapes, for programs that do not have the fonts. Without it text stays text. */
  readonly outline?: Outliner;
  /** Part of a page: the style sheet of the page may change its colours, and marks are drawn once on the page. */
  readonly isInline?: boolean;
}

/** What most texts are; the others say how they differ. */
const usual = { face: 'sans', fill: 'ink', size: sizes.leaf } as const;

/**
 * A drawing as SVG. Only attributes, since the headers of the site allow no style in a file; every line of
 * text carries its measured width. A file of its own has a title and a description, and no links: it may be
 * opened anywhere.
 */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const { width, height, label, description, lang, dir, children } = scene;
  const attributes = [
    options.isInline ? 'class="drawing"' : 'xmlns="http://www.w3.org/2000/svg"',
    `viewBox="0 0 ${round(width)} ${round(height)}"`,
    ...(options.isInline ? [] : [`width="${round(width)}" height="${round(height)}"`, `lang="${lang}"`]),
    // Said always: a page of the other direction must not turn the lines around.
    `direction="${dir}"`,
    options.isInline ? `role="group" aria-label="${escape(label)}"` : 'role="group"',
    'stroke-linecap="round" stroke-linejoin="round"',
  ];
  const body = bodyOf(children, options, dir);
  if (options.isInline) return `<svg ${attributes.join(' ')}>${body}</svg>`;
  const about = [
    `<title>${escape(label)}</title>`,
    ...(description === undefined ? [] : [`<desc>${escape(description)}</desc>`]),
  ].join('\n');
  const letters = options.outline?.letters() ?? '';
  return `<svg ${attributes.join(' ')}>\n${about}\n${body}${letters}</svg>\n`;
}

/** The parts of a drawing, in a group that says what most of its texts are. */
export function bodyOf(
  nodes: readonly SceneNode[],
  options: SvgOptions = { isInline: true },
  dir: Scene['dir'] = 'ltr',
): string {
  const inner = nodes.map((node) => nodeOf(node, options, dir)).join('');
  const { face, fill, size } = usual;
  return `<g class="${face} f-${fill}" font-family="${families[face]}" font-size="${round(size)}" fill="${daylight[fill]}">${inner}</g>`;
}

function nodeOf(node: SceneNode, options: SvgOptions, dir: Scene['dir']): string {
  if (node.kind === 'path') return pathOf(node);
  if (node.kind === 'text') return options.outline ? options.outline.draw(node) : textOf(node, dir);
  return groupOf(node, options, dir);
}

function groupOf(node: GroupNode, options: SvgOptions, dir: Scene['dir']): string {
  const { role, label, href, symbol, data = {}, children } = node;
  if (symbol && options.isInline) return useOf(symbol);
  const inner = children.map((child) => nodeOf(child, options, dir)).join('');
  const name = label === undefined ? '' : ` aria-label="${escape(label)}"`;
  if (href !== undefined && options.isInline) return `<a href="${escape(href)}"${name}>${inner}</a>`;
  const facts = Object.entries(data).map(([key, value]) => ` data-${key}="${escape(value)}"`);
  const part = role ? ` role="${role}"` : label === undefined ? '' : ' role="img"';
  const attributes = `${part}${name}${facts.join('')}`;
  return attributes === '' ? inner : `<g${attributes}>${inner}</g>${role === 'listitem' ? '\n' : ''}`;
}

function useOf({ name, x, y, side }: NonNullable<GroupNode['symbol']>): string {
  const [left, top] = [x - side / 2, y - side / 2];
  return `<use aria-hidden="true" href="#${escape(name)}" x="${round(left)}" y="${round(top)}" width="${round(side)}" height="${round(side)}"/>`;
}

function pathOf({ d, fill, stroke, width, dash }: PathNode): string {
  const classes = [...(fill ? [`f-${fill}`] : []), ...(stroke ? [`s-${stroke}`] : [])].join(' ');
  const lines = stroke
    ? ` stroke="${daylight[stroke]}" stroke-width="${round(width ?? 1, 2)}"${dash ? ` stroke-dasharray="${dash.map((part) => round(part, 2)).join(' ')}" stroke-linecap="butt"` : ''}`
    : '';
  return `<path aria-hidden="true" class="${classes}" fill="${fill ? daylight[fill] : 'none'}"${lines} d="${pathData(d)}"/>`;
}

function textOf({ lines, face, size, fill, isSign, lang }: TextNode, dir: Scene['dir']): string {
  // Latin words in a drawing that runs the other way keep their own direction, and their brackets their places.
  const isTurned = dir === 'rtl' && !lines.some(({ text }) => isRightToLeft.test(text));
  const place = ({ x, y, width, advance }: TextNode['lines'][number]): string =>
    ` x="${round(dir === 'rtl' && !isTurned ? x + width : x)}" y="${round(y)}"${advance > 0 ? ` textLength="${round(advance, 2)}" lengthAdjust="spacingAndGlyphs"` : ''}`;
  const classes = [...(face === usual.face ? [] : [face]), ...(fill === usual.fill ? [] : [`f-${fill}`])];
  const look = [
    ...(isSign ? ['aria-hidden="true"'] : []),
    ...(lang === undefined ? [] : [`lang="${lang}"`]),
    ...(isTurned ? ['direction="ltr"'] : []),
    ...(classes.length === 0 ? [] : [`class="${classes.join(' ')}"`]),
    ...(face === usual.face ? [] : [`font-family="${families[face]}" font-weight="500"`]),
    ...(size === usual.size ? [] : [`font-size="${round(size, 2)}"`]),
    ...(fill === usual.fill ? [] : [`fill="${daylight[fill]}"`]),
  ]
    .map((attribute) => ` ${attribute}`)
    .join('');
  const [only] = lines;
  if (lines.length === 1 && only) return `<text${look}${place(only)}>${escape(only.text)}</text>`;
  return `<text${look}>${lines.map((line) => `<tspan${place(line)}>${escape(line.text)}</tspan>`).join('')}</text>`;
}

/** The data of a path, in numbers of one decimal. */
export function pathData(d: readonly Segment[], decimals = 1): string {
  return d
    .map(([command, ...numbers]) => command + numbers.map((number) => round(number, decimals)).join(' '))
    .join('');
}

/** One decimal is a thirtieth of a millimetre on A3; no zeros behind. */
function round(value: number, decimals = 1): string {
  const unit = 10 ** decimals;
  return String(Math.round(value * unit) / unit);
}

/** Text for XML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
