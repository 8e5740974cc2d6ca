import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a reader or a machine can read in one HTML file. */
export interface HtmlStrings {
  /** Runs of text that a reader sees as one: inline elements do not break a run, blocks do. */
  readonly texts: readonly string[];
  /** Values of every attribute that holds words or addresses, with its name. */
  readonly attributes: readonly { readonly element: string; readonly name: string; readonly value: string }[];
  /** Every link, with the text inside it, in the order of the document. */
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
  'tspan',
]);

/** Numbers that place things on a drawing or check a file: nobody reads or dials them. */
const geometry = new Set([
  'cx',
  'cy',
  'd',
  'height',
  'integrity',
  'points',
  'r',
  'rx',
  'ry',
  'textLength',
  'transform',
  'viewBox',
  'width',
  'x',
  'x1',
  'x2',
  'y',
  'y1',
  'y2',
]);

/** Reads text, attributes and links of an HTML file as a browser's parser sees them. */
export function htmlStrings(html: string): HtmlStrings {
  const texts: string[] = [];
  const attributes: { element: string; name: string; value: string }[] = [];
  const links: HtmlStrings['links'][number][] = [];
  let run = '';

  const flush = (): void => {
    const text = withPlainSpaces(run);
    if (text !== '') texts.push(text);
    run = '';
  };
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') run += (node as DefaultTreeAdapterTypes.TextNode).value;
    if (node.nodeName === '#comment') texts.push((node as DefaultTreeAdapterTypes.CommentNode).data);
    const element = 'tagName' in node ? node : undefined;
    const breaks = element !== undefined && element.tagName !== 'br' && !inline.has(element.tagName);
    if (element?.tagName === 'br') run += ' ';
    if (breaks) flush();
    if (element) {
      for (const { name, value } of element.attrs) {
        if (!geometry.has(name)) attributes.push({ element: element.tagName, name, value });
      }
      const href = element.attrs.find(({ name }) => name === 'href')?.value;
      if (element.tagName === 'a' && href !== undefined) {
        links.push({
          href,
          text: withPlainSpaces(textOf(element)),
          attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
        });
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    if (element?.tagName === 'template') visit((element as DefaultTreeAdapterTypes.Template).content);
    if (breaks) flush();
  };
  visit(parse(html));
  flush();
  return { texts, attributes, links };
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) =>
      child.nodeName === '#text'
        ? (child as DefaultTreeAdapterTypes.TextNode).value
        : 'childNodes' in child
          ? textOf(child)
          : '',
    )
    .join('');
}

/** One plain space for each run of them. What JavaScript takes for a space and nobody sees stays, to be found. */
function withPlainSpaces(text: string): string {
  return text.replaceAll(/[^\S\uFEFF\u2028\u2029]+/g, ' ').replaceAll(/^ | $/g, '');
}
