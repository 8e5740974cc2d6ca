/** What is wrong with the text of a page, on a line of its body (the first is 1). */
interface Found {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
  readonly line: number;
}

/** Braces, or an import, with more than this behind them are never handed to the parser of JavaScript. */
const longestCode = 1000;

/**
 * Program code so long that it may be nested without end. That parser is native: some thousands of
 * brackets in each other end the whole process without a word. No code is allowed at all, so what is
 * long is refused unread; what is short is read, for a better message.
 */
export function longCode(body: string): Found | undefined {
  const cure = 'Haal het weg: programmacode kan niet in een pagina.';
  const brace = body.indexOf('{');
  if (brace !== -1 && body.lastIndexOf('}') - brace > longestCode) {
    const message = 'Vanaf hier staat er veel tekst tussen accolades { }. Dat is programmacode.';
    return { code: 'mdx-expression', message, cure, line: lineAt(body, brace) };
  }
  const esm = body.search(/^(?:import|export)\b/m);
  if (esm !== -1 && body.length - esm > longestCode) {
    const message = 'Deze regel begint met import of export. Dat is programmacode.';
    return { code: 'mdx-import', message, cure, line: lineAt(body, esm) };
  }
  return undefined;
}

/**
 * Characters written as a code, such as &#8203; or &zwnj;. They hide from whoever reads the file what
 * the page says, and nobody needs them: every character can be typed.
 */
export function characterCodes(body: string): Found[] {
  return [...body.matchAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi)].map((match) => ({
    code: 'mdx-character-code',
    message: `Hier staat een teken als code: ${match[0]}.`,
    cure: 'Typ het teken zelf, of haal de code weg.',
    line: lineAt(body, match.index),
  }));
}

function lineAt(body: string, index: number): number {
  return body.slice(0, index).split('\n').length;
}

/** Levels in each other that a page may have. The deepest page of ours has six. */
const deepest = 20;

interface Nested<T> {
  readonly children?: readonly T[];
}

/** The first node that lies too deep in others. Counts without calling itself: that is what would break. */
export function tooDeep<T extends Nested<T>>(root: T): T | undefined {
  let level: readonly T[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return level[0];
    level = level.flatMap((node) => node.children ?? []);
  }
  return undefined;
}
