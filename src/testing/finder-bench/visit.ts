import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The finder's own script and model in the built site. */
export interface BuiltFinder {
  readonly script: string;
  readonly model: Uint8Array;
}

/** Undefined when the site was not built. */
export function builtFinder(dist: string, locale: string): BuiltFinder | undefined {
  const assets = join(dist, 'assets');
  const model = join(dist, `words/${locale}.bin`);
  if (!existsSync(assets) || !existsSync(model)) return undefined;
  const script = readdirSync(assets).find((name) => /^HelpFinder.*\.js$/.test(name));
  if (script === undefined) return undefined;
  return { script: readFileSync(join(assets, script), 'utf8'), model: readFileSync(model) };
}

export const packed = (bytes: Uint8Array | string): number => brotliCompressSync(bytes).length;

/**
 * What a first visit to the start page loads besides the finder's script and model, with brotli: the page,
 * the page with all questions that the cards come from, style sheets, fonts and the icon.
 */
export function restOfVisit(dist: string, locale: string): number {
  const assets = join(dist, 'assets');
  const files = readdirSync(assets).map((name) => join(assets, name));
  const read = (paths: readonly string[]): Buffer[] => paths.map((path) => readFileSync(path));
  const text = read([
    join(dist, locale, 'index.html'),
    join(dist, locale, 'ask/index.html'),
    ...files.filter((path) => path.endsWith('.css')),
  ]);
  const whole = read([...files.filter((path) => path.endsWith('.woff2')), join(dist, 'favicon.png')]);
  return sum(text.map(packed)) + sum(whole.map(({ length }) => length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
