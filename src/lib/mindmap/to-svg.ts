import { daylight } from './paints.ts';
import type { GroupNode, PathNode, Scene, SceneNode, Segment, TextNode } from './scene.ts';

/** The families as a browser looks for them; where they are missing each line keeps its measured width. */
const families = {
  sans: "'Atkinson Hyperlegible Next', system-ui, sans-serif",
  serif: "Literata, Georgia, 'Noto Serif', serif",
};

export interface SvgOptions {
  /** Draws a text as shapes, for programs that do not have the fonts. Without it text stays text. */
  readonly outline?: (node: TextNode) => string;
  /** Part of a page: no declaration of its own, and the style sheet of the page may change its colours. */
  readonly isInline?: boolean;
  /** A sign beside a text that says the same: for the eye only. */
  readonly isSign?: boolean;
}

/**
 * A drawing as SVG. Only attributes, since the headers of the site allow no style in a file; every line of
 * text carries its measured width.
 */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const { width, height, label, lang, dir, children } = scene;
  const attributes = [
    ...(options.isInline
      ? [`class="drawing${options.isSign ? ' map-mark' : ''}"`]
      : ['xmlns="http://www.w3.org/2000/svg"']),
    `viewBox="0 0 ${round(width)} ${round(height)}"`,
    ...(options.isInline ? [] : [`width="${round(width)}" height="${round(height)}"`, `lang="${lang}"`]),
    // Said always: a page of the other direction must not turn the lines around.
    `direction="${dir}"`,
    options.isSign ? 'aria-hidden="true"' : `role="group" aria-label="${escape(label)}"`,
    'stroke-linecap="round" stroke-linejoin="round"',
  ];
  const body = children.map((node) => nodeOf(node, options, dir)).join('');
  return options.isInline
    ? `<svg ${attributes.join(' ')}>${body}</svg>`
    : `<svg ${attributes.join(' ')}>\n${body}</svg>\n`;
}

function nodeOf(node: SceneNode, options: SvgOptions, dir: Scene['dir']): string {
  if (node.kind === 'path') return pathOf(node);
  if (node.kind === 'text') return options.outline ? options.outline(node) : textOf(node, dir);
  return groupOf(node, options, dir);
}

function groupOf(
  { role, label, href, data = {}, children }: GroupNode,
  options: SvgOptions,
  dir: Scene['dir'],
): string {
  const inner = children.map((node) => nodeOf(node, options, dir)).join('');
  const name = label === undefined ? '' : ` aria-label="${escape(label)}"`;
  if (href !== undefined && !options.outline) return `<a href="${escape(href)}"${name}>${inner}</a>`;
  const facts = Object.entries(data).map(([key, value]) => ` data-${key}="${escape(value)}"`);
  const part = role ? ` role="${role}"` : label === undefined ? '' : ' role="img"';
  return `<g${part}${name}${facts.join('')}>${inner}</g>${role === 'listitem' ? '\n' : ''}`;
}

function pathOf({ d, fill, stroke, width, dash }: PathNode): string {
  const classes = [...(fill ? [`f-${fill}`] : []), ...(stroke ? [`s-${stroke}`] : [])].join(' ');
  const lines = stroke
    ? ` stroke="${daylight[stroke]}" stroke-width="${round(width ?? 1)}"${dash ? ` stroke-dasharray="${dash.map(round).join(' ')}" stroke-linecap="butt"` : ''}`
    : '';
  return `<path aria-hidden="true" class="${classes}" fill="${fill ? daylight[fill] : 'none'}"${lines} d="${pathData(d)}"/>`;
}

function textOf({ lines, face, size, fill, isSign }: TextNode, dir: Scene['dir']): string {
  const place = ({ x, y, width, advance }: TextNode['lines'][number]): string =>
    `x="${round(dir === 'rtl' ? x + width : x)}" y="${round(y)}"${advance > 0 ? ` textLength="${round(advance)}" lengthAdjust="spacingAndGlyphs"` : ''}`;
  const look = `class="${face} f-${fill}" font-family="${families[face]}" font-size="${round(size)}"${face === 'serif' ? ' font-weight="500"' : ''} fill="${daylight[fill]}"`;
  const hidden = isSign ? ' aria-hidden="true"' : '';
  const [only] = lines;
  if (lines.length === 1 && only) return `<text${hidden} ${look} ${place(only)}>${escape(only.text)}</text>`;
  return `<text${hidden} ${look}>${lines.map((line) => `<tspan ${place(line)}>${escape(line.text)}</tspan>`).join('')}</text>`;
}

/** The data of a path, in numbers of two decimals. */
export function pathData(d: readonly Segment[]): string {
  return d.map(([command, ...numbers]) => command + numbers.map(round).join(' ')).join('');
}

/** Two decimals are a fiftieth of a millimetre on A3; no zeros behind. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text for XML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
