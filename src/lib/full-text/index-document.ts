import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { fullText, type ListedPage } from '../../domain/full-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One page as the index takes it: HTML that no visitor gets, and what a result shows of the page. */
export interface IndexDocument {
  readonly html: string;
  readonly shown: Pick<ListedPage, 'title' | 'short'>;
}

/**
 * Classes of what stands on many pages alike and would make every page a result: the way back, the
 * contents, the foot, drawings, lists of the chain's map, and of a card all but who it is and what they do.
 */
const repeated = new Set([
  'back',
  'by',
  'contents',
  'drawing',
  'facts',
  'host',
  'map-list',
  'map-matrix',
  'page-foot',
  'picto',
  'reach',
  // Every door and every line a referral route can have stands on its page: it would be a result for everything.
  'route-card',
  'route-options',
  'route-rules',
  'source',
  'trail',
]);

/**
 * What the index takes of a built page: the words of its main part in the page's own language, and the
 * canary. Undefined for a page without a main part in that language: a fallback.
 */
export function indexDocument(page: string): IndexDocument | undefined {
  const tree = parse(page);
  const root = find(tree, ({ tagName }) => tagName === 'html');
  const main = find(tree, ({ tagName }) => tagName === 'main');
  const title = main && find(main, ({ tagName }) => tagName === 'h1');
  const description = find(tree, (element) => element.tagName === 'meta' && get(element, 'name') === 'description');
  const lang = root && get(root, 'lang');
  if (!main || !title || lang === undefined || (get(main, 'lang') ?? lang) !== lang) return undefined;

  prune(main, lang);
  return {
    html: `<html lang="${lang}"><body><main>${serialize(main)}<p>${fullText.canary}</p></main></body></html>`,
    shown: { title: textOf(title), short: (description && get(description, 'content')) ?? '' },
  };
}

/** Takes away what repeats, and what is said in another language than the page's. */
function prune(element: Element, lang: string): void {
  element.childNodes = element.childNodes.filter((child) => {
    if (!('tagName' in child)) return child.nodeName === '#text';
    const classes = (get(child, 'class') ?? '').split(' ');
    const isInCard = child.tagName === 'details' && get(element, 'class') === 'card';
    return !isInCard && !classes.some((name) => repeated.has(name)) && (get(child, 'lang') ?? lang) === lang;
  });
  for (const child of element.childNodes) if ('tagName' in child) prune(child, lang);
}

function find(node: Node, isWanted: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && isWanted(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

const get = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('').replaceAll(/\s+/g, ' ').trim();
}
