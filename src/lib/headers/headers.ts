import { copyName } from '../../domain/copy.ts';
import { fullText } from '../../domain/full-text.ts';

/** What kind of thing is being sent; each has headers of its own. */
export const urlClasses = ['page', 'search-page', 'copy', 'asset', 'data'] as const;
export type UrlClass = (typeof urlClasses)[number];

/**
 * Which addresses below the site belong to a class, as regular expressions that every server reads alike
 * (no look-ahead). The first that fits holds; all else is data.
 */
export const classPatterns: readonly (readonly [kind: UrlClass, pattern: string])[] = [
  ['search-page', `/[a-z][a-z][a-z]?/${fullText.page}/(index\\.html)?`],
  ['copy', `/[a-z][a-z][a-z]?/${copyName.replace('.', '\\.')}`],
  ['page', '.*(/|\\.html)'],
  ['asset', '/assets/.*'],
];

/** The class of an address or a built file below the site, such as /nl/ or /nl/index.html. */
export function classOf(address: string): UrlClass {
  return classPatterns.find(([, pattern]) => new RegExp(`^${pattern}$`).test(address))?.[0] ?? 'data';
}

/** What a page may run and how it may look, as the checksums that CSP writes: 'sha384-…'. */
export interface Checksums {
  readonly scripts: readonly string[];
  /** Of the styles that stand inside the page that opens from a disk. */
  readonly styles: readonly string[];
}

/** Hashed files never change, all else may hold words and leaves no copy on a device. */
const cacheControl: Readonly<Record<UrlClass, string>> = {
  page: 'no-store',
  'search-page': 'no-store',
  copy: 'no-store',
  data: 'no-store',
  asset: 'public, max-age=31536000, immutable',
};

const features = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'web-share',
  'xr-spatial-tracking',
];

/**
 * The headers of every answer, from one place: what `npm start`, nginx, Caddy and `_headers` send.
 * Follows CSP Level 3 and the OWASP Secure Headers list.
 */
export function headersFor(kind: UrlClass, { scripts: sums, styles }: Checksums): Readonly<Record<string, string>> {
  const listed = (hashes: readonly string[], otherwise: string): string =>
    hashes.length > 0 ? hashes.map((hash) => `'${hash}'`).join(' ') : otherwise;
  const scripts = listed(kind === 'copy' ? [] : sums, "'none'");
  // Pagefind is WebAssembly. No other page may run any.
  const programs = kind === 'search-page' ? " 'wasm-unsafe-eval'" : '';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${scripts}${programs}`,
      `style-src ${kind === 'copy' ? listed(styles, "'none'") : "'self'"}`,
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'Integrity-Policy': 'blocked-destinations=(script)',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-DNS-Prefetch-Control': 'off',
    'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
    'Cache-Control': cacheControl[kind],
  };
}
