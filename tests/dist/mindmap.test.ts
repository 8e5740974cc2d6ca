import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { offeredLocales } from '../../src/domain/locales.ts';
import { editions } from '../../src/domain/mindmap.ts';
import { project } from '../fixtures/project.ts';

const read = (path: string): Promise<string> => readFile(join(project, 'dist', path), 'utf8');

const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;

/** All elements below a node, itself included, in their order. */
function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const pages = offeredLocales.flatMap((locale) => [
  ...editions.map(({ id }) => `${locale}/professionals/map/${id === 'current' ? '' : `${id}/`}index.html`),
  ...['for/pressure', 'for/street', 'by/mee', 'by/iriszorg'].map(
    (one) => `${locale}/professionals/map/${one}/index.html`,
  ),
  `${locale}/about/together/index.html`,
]);

describe.each(pages)('%s', async (path) => {
  const html = await read(path);
  const all = elements(parse(html));
  const byId = (id: string) => all.find((node) => attribute(node, 'id') === id)!;

  it('says in its list, or in its title, all that its drawing says', () => {
    const title = all.find(({ tagName }) => tagName === 'h1');
    const listed = words(`${title ? textOf(title) : ''} ${textOf(byId('list'))}`);
    const drawn = elements(byId('drawing'))
      .filter((node) => node.tagName === 'text' && attribute(node, 'aria-hidden') === undefined)
      .map((node) => words(textOf(node)));
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((text) => !listed.includes(text))).toEqual([]);
  });

  it('has the list before the drawing', () => {
    expect(all.indexOf(byId('list'))).toBeLessThan(all.indexOf(byId('drawing')));
  });

  it('has no Dutch that is not marked as such', () => {
    const lang = path.slice(0, 2);
    const unmarked = elements(byId('list')).filter(
      (node) =>
        lang !== 'nl' &&
        attribute(node, 'lang') === undefined &&
        /Waarom wij|De scan laat|Alle organisaties/.test(textOf(node)),
    );
    expect(unmarked).toEqual([]);
  });

  it('is no larger than a page of a map needs to be', () => {
    // In letters: those of Arabic and Bulgarian take two bytes each before they are packed.
    expect(html.length).toBeLessThan(240_000);
  });
});
