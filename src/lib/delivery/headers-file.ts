import { headersFor, type Checksums, type UrlClass } from '../headers/headers.ts';
import { copyName } from '../../domain/copy.ts';
import { fullText } from '../../domain/full-text.ts';

/**
 * The same headers for hosts that read a file `_headers` (Cloudflare Pages' dialect: rules add up, and
 * `! Name` takes away what an earlier rule set). Such hosts see every visitor; see the README.
 */
export function headersFile(base: string, locales: readonly string[], checksums: Checksums): string {
  const prefix = base === '/' ? '' : base;
  const everywhere = headersFor('page', checksums);
  const block = (pattern: string, lines: readonly string[]): string =>
    `${pattern}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
  const other = (kind: UrlClass): string[] =>
    Object.entries(headersFor(kind, checksums))
      .filter(([name, value]) => everywhere[name] !== value)
      .flatMap(([name, value]) => [`! ${name}`, `${name}: ${value}`]);
  return [
    block(
      `${prefix}/*`,
      Object.entries(everywhere).map(([name, value]) => `${name}: ${value}`),
    ),
    block(`${prefix}/assets/*`, other('asset')),
    ...locales.flatMap((locale) => [
      block(`${prefix}/${locale}/${fullText.page}/*`, other('search-page')),
      block(`${prefix}/${locale}/${copyName}`, other('copy')),
    ]),
  ].join('\n');
}
