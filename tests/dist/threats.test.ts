import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { copyName } from '../../src/domain/copy.ts';
import { isLocale, localeCodes, offeredLocales, sourceLocale } from '../../src/domain/locales.ts';
import { tellingWordsIn } from '../../src/domain/telling-words.ts';
import { site } from '../../src/site.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { builtFiles, builtPages, localeOfAddress } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const files = builtFiles();
const pages = builtPages();
const textOfFile = (file: string): string => readFileSync(join(project, 'dist', file), 'utf8');
const interfaceOf = (locale: string) =>
  JSON.parse(readFileSync(join(project, `content/interface/${locale}.json`), 'utf8')) as {
    service: { callLog: string };
    nav: { safely: string };
  };
/** Every HTML file, the copies that open from a disk among them. */
const htmlFiles = files.filter((file) => file.endsWith('.html'));

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** Every element of a page with its ancestors, the nearest first; what stands in a template counts too. */
function* elementsOf(node: Node, above: readonly Element[] = []): Generator<readonly [Element, readonly Element[]]> {
  const element = 'tagName' in node ? node : undefined;
  if (element) yield [element, above];
  const within = element ? [element, ...above] : above;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child, within);
  if (element?.tagName === 'template') yield* elementsOf((element as DefaultTreeAdapterTypes.Template).content, within);
}

/** Words of an element as they stand in the file. */
function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  const inner = 'childNodes' in node ? node.childNodes : [];
  const content = node.nodeName === 'template' ? [(node as DefaultTreeAdapterTypes.Template).content] : [];
  return [...inner, ...content].map(textOf).join('');
}

describe('T4 what is kept on a device', () => {
  it('has no telling name where a file is offered to keep', () => {
    const names = pages
      .filter(({ address }) => !/^\/[a-z]{2}\/professionals\//.test(address))
      .flatMap(({ html }) => [...html.matchAll(/\sdownload="([^"]+)"/g)].map((match) => match[1] ?? ''));
    expect(names.length).toBeGreaterThan(0);
    for (const name of new Set(names))
      for (const locale of localeCodes) expect(tellingWordsIn(name, locale), name).toEqual([]);
  });

  it('is no program that a browser would install, and no page offers one', () => {
    expect(files.filter((file) => /webmanifest|manifest\.json|service-?worker|(?:^|\/)sw\.js/.test(file))).toEqual([]);
    for (const { html, address } of pages) expect(html, address).not.toMatch(/rel="manifest"|serviceWorker/);
  });
});

describe('T6 fields', () => {
  it('stand in no file, but for radio buttons that are not remembered', () => {
    const fields = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/<(?:input|select|textarea|form)[^>]*>/g)].map(([field]) => ({ address, field })),
    );
    const remembered = fields.filter(
      ({ field }) => !/^<input type="radio" [^>]*autocomplete="off"/.test(field) || /\scontenteditable/.test(field),
    );
    expect(remembered).toEqual([]);
    expect(fields.length).toBeGreaterThan(0);
  });
});

describe('T10 the name under which the site is found', () => {
  const { hostname } = new URL(site.origin);
  const labels = hostname.split('.');
  /** All that stands before the domain that was bought, and the path below it. */
  const chosen = [...labels.slice(0, -2), ...site.base.split('/'), site.onion ?? ''];
  const telling = (text: string) => localeCodes.flatMap((locale) => tellingWordsIn(text.replaceAll('-', ' '), locale));

  it('has no subdomain and no path that tells', () => {
    expect(chosen.flatMap(telling)).toEqual([]);
  });

  it('does not tell either once the site is released', () => {
    // Until then the address of the network stands there; the README says what is to be decided.
    expect(site.released ? labels.flatMap(telling) : []).toEqual([]);
    const readme = readFileSync(join(project, 'README.md'), 'utf8');
    expect(readme).toContain('**The name of the site**');
  });

  it('would be refused with a word that tells', () => {
    expect(telling('hulp-bij-sekswerk')).not.toEqual([]);
  });
});

describe('T11 nothing is fetched from another host', () => {
  const elsewhere = /^\s*(?:[a-z]+:)?\/\//i;
  const fetching = [
    'src',
    'srcset',
    'data',
    'poster',
    'action',
    'formaction',
    'background',
    'manifest',
    'ping',
    'code',
  ];

  it('by any attribute of any page', () => {
    const asked = htmlFiles.flatMap((file) =>
      [...elementsOf(parse(textOfFile(file)))].flatMap(([element]) => {
        const isPreview = element.tagName === 'link' && attribute(element, 'rel') === 'canonical';
        const names = [
          ...fetching,
          ...(/^(?:link|image|use|script)$/.test(element.tagName) ? ['href', 'xlink:href'] : []),
        ];
        return names.flatMap((name) => {
          const value = attribute(element, name);
          const leadsOut = value?.split(',').some((one) => elsewhere.test(one)) ?? false;
          return name === 'ping' && value !== undefined
            ? [`${file} ping`]
            : leadsOut && !isPreview
              ? [`${file} ${element.tagName} ${name}`]
              : [];
        });
      }),
    );
    expect(asked).toEqual([]);
  });

  it('in advance, or by a refresh', () => {
    const hints =
      /rel="[^"]*(?:preconnect|dns-prefetch|prefetch|prerender|modulepreload)|http-equiv="refresh"|speculationrules/i;
    for (const file of htmlFiles) expect(textOfFile(file), file).not.toMatch(hints);
  });

  it('by any style', () => {
    const styles = files.filter((file) => /\.(?:css|svg)$/.test(file) || file.endsWith(`/${copyName}`));
    expect(styles.length).toBeGreaterThan(3);
    for (const file of styles) expect(textOfFile(file), file).not.toMatch(/@import|url\(\s*["']?(?:[a-z]+:)?\/\//i);
  });

  /** Pagefind reads paths with a name that nobody asks for: `new URL(path, 'https://example.com')`. */
  const parsed = '`https://example.com${';

  it('by any script', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const file of scripts)
      expect(textOfFile(file).replaceAll(parsed, ''), file).not.toMatch(
        /["'`](?:https?:|wss?:)?\/\/[a-z0-9]|sendBeacon|WebSocket|EventSource/i,
      );
  });

  it('would be seen', () => {
    expect(elsewhere.test('//cdn.example/x.js') && elsewhere.test('https://cdn.example/x.js')).toBe(true);
    expect(elsewhere.test('/assets/x.js')).toBe(false);
  });
});

describe('T14 scripts', () => {
  /** Whatever turns a string into markup or a program. */
  const sinks =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString|srcdoc)\b|document\.write|\beval\s*\(|new Function\b|set(?:Timeout|Interval)\(\s*["'`]|importScripts|javascript:/;
  /** Files of the site's own; Pagefind's engine is bundled into the script of the search page. */
  const scripts = files.filter((file) => file.endsWith('.js'));
  const inline = new Set(
    pages.flatMap(({ html }) =>
      [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>([^<]+)<\/script>/g)].map((match) => match[1] ?? ''),
    ),
  );

  it('make no markup and no program of strings', () => {
    expect(scripts.length).toBeGreaterThan(3);
    for (const file of scripts) expect(textOfFile(file), file).not.toMatch(sinks);
    expect(inline.size).toBe(1);
    for (const script of inline) expect(script).not.toMatch(sinks);
    recordFigure(
      'T14 places in our scripts that make markup or programs of strings',
      `0 in ${String(scripts.length + inline.size)} scripts`,
    );
  });

  it('would be seen to', () => {
    for (const line of ['a.innerHTML=b', 'eval (x)', 'new Function("x")', 'setTimeout("x",1)', 'document.write(x)'])
      expect(line).toMatch(sinks);
  });
});

describe('T24 the same in every language', () => {
  const telephones = (html: string) => [...html.matchAll(/href="(tel:[^"]+)"/g)].map((match) => match[1]).sort();
  const ids = (html: string) =>
    [...html.matchAll(/\sdata-(?:service|need|place|leaf)="([^"]+)"/g)].map((match) => match[0]).sort();
  const byAddress = new Map(pages.map((page) => [page.address, page.html]));

  it.each(offeredLocales.filter((locale) => locale !== sourceLocale))(
    'numbers and ids of every page in %s are those of the Dutch one',
    (locale) => {
      for (const { address, html } of pages.filter((page) => localeOfAddress(page.address) === sourceLocale)) {
        const other = byAddress.get(`/${locale}${address.slice(3)}`) ?? '';
        expect(telephones(other), address).toEqual(telephones(html));
        expect(ids(other), address).toEqual(ids(html));
      }
    },
  );
});

describe('T27 what the site cannot prevent, it says', () => {
  /** In each language: a list of visited pages, a network, and a program that watches. */
  const said: Readonly<Record<string, readonly string[]>> = {
    nl: ['geschiedenis', 'netwerk', 'programma'],
    en: ['history', 'network', 'program'],
    es: ['historial', 'red', 'programa'],
    pt: ['histórico', 'rede', 'programa'],
    ro: ['istoric', 'rețea', 'program'],
    bg: ['истори', 'мреж', 'програм'],
    hu: ['előzmény', 'hálózat', 'program'],
    pl: ['histori', 'sie', 'program'],
    ar: ['سجل', 'شبك', 'برنامج'],
  };
  const headings = (html: string): number => [...html.matchAll(/<h2[\s>]/g)].length;
  const page = (locale: string) => pages.find(({ address }) => address === `/${locale}/about/safely/`);

  it.each(offeredLocales)('on a page in %s, about history, the network and who watches the device', (locale) => {
    const found = page(locale);
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(found?.html ?? '')?.[0] ?? '';
    expect(main.slice(0, 200)).not.toContain('lang="nl"'.repeat(locale === 'nl' ? 2 : 1));
    const words = said[locale] ?? [];
    expect(words).toHaveLength(3);
    for (const word of words) expect(main.toLowerCase()).toContain(word);
    expect(headings(main)).toBe(
      headings(/<main[^>]*>([\s\S]*)<\/main>/.exec(page(sourceLocale)?.html ?? '')?.[0] ?? ''),
    );
  });

  it('and every page leads there in its own language', () => {
    const without = pages
      .filter(({ address }) => address !== '/')
      .filter(({ address, strings }) => {
        const locale = localeOfAddress(address) ?? sourceLocale;
        return !strings.links.some(({ href }) => href === `/${locale}/about/safely/`);
      });
    expect(without.map(({ address }) => address)).toEqual([]);
  });
});

describe('T28 beside every number to call', () => {
  /** What a reader takes for one thing: a card, an aside, a panel, a table; else the part of the page. */
  const things = new Set(['article', 'aside']);
  const isThing = (element: Element): boolean =>
    things.has(element.tagName) || /(?:^| )(?:help-now|numbers)(?: |$)/.test(attribute(element, 'class') ?? '');
  const besides = (above: readonly Element[]): Element | undefined =>
    above.find(isThing) ?? above.find(({ tagName }) => tagName === 'section');

  /** Telephone links of a file, and those that have no notice in what they stand in. */
  function calls(file: string, html: string): { all: number; bare: string[] } {
    const heard = new Map<Element, boolean>();
    // On a page that falls back, what stands in another language says it in that language.
    const noticeFor = (above: readonly Element[]): string => {
      const written = above.map((element) => attribute(element, 'lang') ?? '').find(isLocale);
      return interfaceOf(written ?? localeOfAddress(file) ?? sourceLocale).service.callLog;
    };
    const links = [...elementsOf(parse(html))].filter(
      ([element]) => element.tagName === 'a' && (attribute(element, 'href') ?? '').startsWith('tel:'),
    );
    const bare = links.filter(([, above]) => {
      const thing = besides(above);
      if (!thing) return true;
      if (!heard.has(thing)) heard.set(thing, textOf(thing).includes(noticeFor(above)));
      return heard.get(thing) !== true;
    });
    return { all: links.length, bare: bare.map(([link]) => `${file} ${attribute(link, 'href') ?? ''}`) };
  }

  it('stands that a call stays in the phone, on every page', () => {
    const found = htmlFiles.map((file) => calls(file, textOfFile(file)));
    const all = found.reduce((sum, one) => sum + one.all, 0);
    const bare = found.flatMap((one) => one.bare);
    expect([...new Set(bare)].slice(0, 20)).toEqual([]);
    expect(all).toBeGreaterThan(1000);
    recordFigure('T28 telephone links / with the notice beside them', `${String(all)} / ${String(all - bare.length)}`);
  });

  it('would be missed where it is not', () => {
    const link = '<a href="tel:112">112</a>';
    const notice = interfaceOf('nl').service.callLog;
    expect(calls('/nl/x/', `<article>${link}</article><p>${notice}</p>`).bare).toHaveLength(1);
    expect(calls('/nl/x/', `<article>${link}<p>${notice}</p></article>`).bare).toEqual([]);
    expect(calls('/nl/x/', `<p>${link} ${notice}</p>`).bare).toHaveLength(1);
    // In the language of what it stands in, and in no other.
    expect(calls('/ar/x/', `<article lang="nl">${link}<p>${notice}</p></article>`).bare).toEqual([]);
    expect(calls('/ar/x/', `<article>${link}<p>${notice}</p></article>`).bare).toHaveLength(1);
  });
});
