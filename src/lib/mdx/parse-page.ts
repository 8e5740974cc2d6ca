import { mdxToMdast } from 'satteri';
import type { PageComponent, PagePointer } from '../../domain/content.ts';
import type { ContentFile, Problem } from '../../domain/problem.ts';
import { didYouMean } from '../content/did-you-mean.ts';
import { allowedComponents } from './allowed-components.ts';
import { characterCodes, longCode, tooDeep } from './before-parsing.ts';

/** A page cut in two, as Astro cuts it: the YAML between the lines of ---, and the text below. */
export interface PageParts {
  readonly frontmatter: ContentFile;
  readonly body: string;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

export interface PageBody {
  readonly links: readonly PagePointer[];
  readonly components: readonly PageComponent[];
  /** Words of the page with their lines, for rules on wording. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
  /** Whole paragraphs, headings and cells, as one reads them, for figures on sentences. */
  readonly blocks: readonly { readonly text: string; readonly line: number }[];
  /** The same and headings, for rules on what stands side by side though half of it is in bold. */
  readonly runs: readonly { readonly text: string; readonly line: number }[];
}

/** The frontmatter must be cut off exactly where Astro cuts it, or the two would read different files. */
const astroFrontmatter = /(?:^\uFEFF?|^\s*\n)(?:---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/;

/** Splits a page. Gives a problem when it does not start with a clear frontmatter. */
export function splitPage(file: ContentFile): { parts: PageParts } | { problem: Problem } {
  const lines = file.text.split('\n');
  const end = lines.indexOf('---', 1);
  const refuse = (message: string): { problem: Problem } => ({
    problem: {
      code: 'page-frontmatter',
      severity: 'error',
      file: file.path,
      line: 1,
      message,
      cure: 'Begin de pagina met een regel ---, dan de velden, dan weer een regel ---. Met "npm run new -- page map/naam" krijg je een goed begin.',
    },
  });
  if (lines[0] !== '---' || end === -1)
    return refuse('Boven aan deze pagina staan geen gegevens tussen twee regels met ---.');
  const yaml = lines.slice(1, end).join('\n');
  if (astroFrontmatter.exec(file.text)?.[1] !== `\n${yaml}\n`) {
    return refuse('In de gegevens boven aan de pagina begint een regel met --- of +++ terwijl ze nog niet af zijn.');
  }
  return {
    parts: {
      frontmatter: { path: file.path, text: yaml },
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
    },
  };
}

interface Node {
  readonly type: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
  readonly children?: readonly Node[];
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly depth?: number;
  readonly checked?: boolean | null;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}

const plainNodes = new Set([
  'root',
  'paragraph',
  'text',
  'heading',
  'list',
  'listItem',
  'strong',
  'emphasis',
  'break',
  'blockquote',
  'thematicBreak',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/**
 * Reads the body with the very parser that later compiles it and lets through only what is known to
 * be words: an allow-list, since content must never run code. Gives all problems at once.
 */
export function parseBody(
  file: string,
  parts: Pick<PageParts, 'body' | 'bodyLine'>,
): { body: PageBody; problems: Problem[] } {
  const problems: Problem[] = [];
  const links: PagePointer[] = [];
  const components: PageComponent[] = [];
  const texts: { text: string; line: number }[] = [];
  const blocks: { text: string; line: number }[] = [];
  const runs: { text: string; line: number }[] = [];
  const body: PageBody = { links, components, texts, blocks, runs };

  const refuse = (node: Node, code: string, message: string, cure: string): void => {
    const start = node.position?.start;
    problems.push({
      code,
      severity: 'error',
      file,
      message,
      cure,
      ...(start ? { line: start.line + parts.bodyLine - 1, column: start.column } : {}),
    });
  };

  const add = ({ line, ...found }: ReturnType<typeof characterCodes>[number]): void => {
    problems.push({ ...found, severity: 'error', file, line: line + parts.bodyLine - 1 });
  };
  const code = longCode(parts.body);
  if (code) {
    add(code);
    return { body, problems };
  }
  characterCodes(parts.body).forEach(add);

  let root: Node;
  try {
    root = mdxToMdast(parts.body, { features: { gfm: true, smartPunctuation: false } }) as unknown as Node;
  } catch (error) {
    return { body, problems: [...problems, explainSyntax(file, parts.bodyLine, (error as Error).message)] };
  }
  const deep = tooDeep(root);
  if (deep)
    refuse(
      deep,
      'mdx-too-deep',
      'Hier staat te veel in elkaar: lijstjes in lijstjes, blokken in blokken, of veel te veel sterretjes.',
      'Maak er gewone regels van, onder elkaar.',
    );
  else visit(root);
  return { body, problems };

  function visit(node: Node): void {
    if (!plainNodes.has(node.type)) {
      const [code, message, cure] = forbidden(node.type);
      refuse(node, code, message, cure);
      return;
    }
    const line = (node.position?.start.line ?? 1) + parts.bodyLine - 1;
    if (node.type === 'text' && node.value) texts.push({ text: node.value, line });
    if (node.type === 'text' && /[{}]/.test(node.value ?? '')) {
      const [code, message, cure] = forbidden('mdxTextExpression');
      refuse(node, code, message, cure);
    }
    if (isBlock(node)) runs.push({ text: plainText(node), line });
    if (isBlock(node) && node.type !== 'heading') blocks.push({ text: plainText(node), line });
    if (node.type === 'heading' && node.depth === 1) {
      refuse(
        node,
        'mdx-h1',
        'Een kop met één # kan hier niet: die staat al boven de pagina.',
        'Gebruik ## voor een kop in de tekst.',
      );
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      refuse(
        node,
        'mdx-checkbox',
        'Een lijstje met [ ] of [x] kan niet in een pagina.',
        'Haal de vierkante haken weg.',
      );
    }
    if (node.type === 'link') visitLink(node, line);
    if (node.type.startsWith('mdxJsx')) visitComponent(node, line);
    for (const child of node.children ?? []) visit(child);
  }

  function visitLink(node: Node, line: number): void {
    const url = node.url ?? '';
    if (node.title) {
      refuse(
        node,
        'mdx-link-title',
        `Achter het adres van deze link staat nog tekst: "${node.title}".`,
        'Haal die weg: alleen wie met een muis op de link blijft staan, zou hem lezen.',
      );
    }
    if (/^\/[a-z0-9-]+(?:\/[a-z0-9-]+)*\/?$/.test(url)) {
      links.push({ to: url.replace(/^\/|\/$/g, ''), line });
      return;
    }
    if (/^(?:https?:)?\/\//i.test(url)) {
      refuse(
        node,
        'mdx-external-link',
        `Een link naar een andere site (${url}) kan niet in de tekst.`,
        'Zet het adres als bron, hulp of adres in een eigen bestand en gebruik <Service id="…" /> of <Resource id="…" />. Zo blijft elk adres op één plek kloppen.',
      );
      return;
    }
    if (/^(?:tel|mailto|sms|whatsapp):/i.test(url)) {
      refuse(
        node,
        'mdx-contact-link',
        `Een link met ${url.split(':')[0] ?? ''}: kan niet in de tekst.`,
        'Gebruik <Phone contact="…" /> of <Service id="…" />; het nummer komt dan uit content/contacts.',
      );
      return;
    }
    refuse(
      node,
      'mdx-bad-link',
      `De link "${url}" heeft geen vorm die hier kan.`,
      'Een link naar een eigen pagina is /map/naam, zonder taal ervoor: [tekst](/work/check).',
    );
  }

  function visitComponent(node: Node, line: number): void {
    const name = node.name ?? '';
    const known = Object.hasOwn(allowedComponents, name) ? allowedComponents[name] : undefined;
    if (!known) {
      if (/^[a-z]/.test(name) || name === '') {
        const upper = Object.keys(allowedComponents).find((known) => known.toLowerCase() === name);
        refuse(
          node,
          'mdx-html',
          `HTML (<${name}>) kan niet in een pagina.`,
          upper
            ? `Bedoel je <${upper}>, met een hoofdletter?`
            : 'Gebruik gewone tekst, ## voor koppen, - voor lijstjes en ** voor nadruk.',
        );
      } else {
        const near = didYouMean(name, Object.keys(allowedComponents));
        refuse(
          node,
          'mdx-unknown-component',
          `Het blok <${name}> bestaat niet.`,
          near ? `Bedoel je <${near}>?` : `Wat wel kan: ${Object.keys(allowedComponents).join(', ')}.`,
        );
      }
      return;
    }
    const attributes: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || !attribute.name) {
        refuse(
          node,
          'mdx-code-attribute',
          `Bij <${name}> staat iets tussen accolades of zonder waarde.`,
          `Schrijf het tussen aanhalingstekens: <${name} ${known.attributes[0] ?? 'id'}="…" />.`,
        );
        continue;
      }
      if (!known.attributes.includes(attribute.name)) {
        const near = didYouMean(attribute.name, known.attributes);
        refuse(
          node,
          'mdx-unknown-attribute',
          `<${name}> kent geen "${attribute.name}".`,
          near
            ? `Bedoel je "${near}"?`
            : known.attributes.length > 0
              ? `Wat wel kan: ${known.attributes.join(', ')}.`
              : 'Haal het weg.',
        );
        continue;
      }
      if (attributes[attribute.name] !== undefined)
        refuse(
          node,
          'mdx-double-attribute',
          `Bij <${name}> staat "${attribute.name}" twee keer.`,
          'Laat één van de twee staan.',
        );
      attributes[attribute.name] = attribute.value;
    }
    for (const needed of known.attributes) {
      if (attributes[needed] === undefined && !problems.some((p) => p.line === line && p.code.startsWith('mdx-'))) {
        refuse(node, 'mdx-missing-attribute', `Bij <${name}> ontbreekt ${needed}.`, `Schrijf <${name} ${needed}="…">.`);
      }
    }
    const hasWords = (node.children ?? []).length > 0;
    if (known.words && !hasWords)
      refuse(
        node,
        'mdx-empty-component',
        `Tussen <${name}> en </${name}> staat geen tekst.`,
        'Zet er tekst tussen, met een lege regel ervoor en erna.',
      );
    if (!known.words && hasWords)
      refuse(
        node,
        'mdx-words-in-component',
        `In <${name}> kan geen tekst staan.`,
        `Schrijf <${name} … /> met een schuine streep aan het eind.`,
      );
    components.push({ name, attributes, line });
  }
}

/** What a reader takes for one run of words. */
function isBlock({ type }: Node): boolean {
  return type === 'paragraph' || type === 'tableCell' || type === 'heading';
}

/** The words of a node and all below it, in a row. */
function plainText(node: Node): string {
  return node.type === 'break' ? ' ' : (node.value ?? '') + (node.children ?? []).map(plainText).join('');
}

function forbidden(type: string): [code: string, message: string, cure: string] {
  switch (type) {
    case 'mdxjsEsm':
      return [
        'mdx-import',
        'Deze regel begint met import of export. Dat is programmacode.',
        'Haal de regel weg. Begint een zin echt zo, zet er dan een woord voor.',
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [
        'mdx-expression',
        'Hier staat iets tussen accolades { }. Dat is programmacode.',
        'Haal de accolades weg. Ook opmerkingen tussen accolades kunnen niet.',
      ];
    case 'image':
    case 'imageReference':
      return [
        'mdx-image',
        'Een afbeelding kan niet in een pagina.',
        'Haal de afbeelding weg. Is ze echt nodig, vraag het de ontwikkelaars: uit een foto moeten eerst plaats en datum worden gehaald.',
      ];
    case 'html':
      return ['mdx-html', 'HTML kan niet in een pagina.', 'Gebruik gewone tekst, ## voor koppen en - voor lijstjes.'];
    case 'code':
    case 'inlineCode':
      return [
        'mdx-code',
        'Een stuk code (met ` of vier spaties vooraan) kan niet in een pagina.',
        'Haal de accenten of de spaties aan het begin weg.',
      ];
    case 'definition':
    case 'linkReference':
      return [
        'mdx-reference-link',
        'Een link met [naam] en het adres ergens anders kan hier niet.',
        'Schrijf het adres meteen achter de tekst: [tekst](/work/check).',
      ];
    default:
      return [
        'mdx-not-allowed',
        `Dit onderdeel (${type}) kan niet in een pagina.`,
        'Gebruik gewone tekst, ## voor koppen, - of 1. voor lijstjes, ** voor nadruk en de blokken uit content/README.md.',
      ];
  }
}

function explainSyntax(file: string, bodyLine: number, message: string): Problem {
  const place = /^(\d+):(\d+):/.exec(message);
  const base = { severity: 'error' as const, file, line: (place ? Number(place[1]) : 1) + bodyLine - 1 };
  if (/import|export|acorn|expression|brace|`\{`|`\}`/i.test(message)) {
    return {
      ...base,
      code: 'mdx-expression',
      message: 'Hier staat een losse accolade { of }, iets tussen accolades, of een regel met import of export.',
      cure: 'Haal het weg: programmacode kan niet in een pagina.',
    };
  }
  if (message.includes('`!`')) {
    return {
      ...base,
      code: 'mdx-comment',
      message: 'Hier staat een verborgen opmerking (<!-- … -->).',
      cure: 'Haal de opmerking weg. Zet wat de redactie moet weten in het veld note van een bestand.',
    };
  }
  if (/closing tag|closing slash|end of file/i.test(message)) {
    const name = /`<\/?(\w+)>`/.exec(message)?.[1];
    return {
      ...base,
      code: 'mdx-not-closed',
      message: name ? `Het blok <${name}> is niet goed gesloten.` : 'Een blok is niet goed gesloten.',
      cure: `Zet verderop </${name ?? 'Naam'}>, met dezelfde hoofdletters. Een blok zonder tekst eindigt op />.`,
    };
  }
  return {
    ...base,
    code: 'mdx-syntax',
    message: 'Deze regel is niet goed te lezen.',
    cure: 'Staat er een los < in de tekst? Schrijf dan "kleiner dan". Staat er een blok? Typ de aanhalingstekens opnieuw: <Service id="huisarts" />.',
  };
}
