/** What kind of thing is being sent; each has headers of its own. */
export type UrlClass = 'page' | 'search-page' | 'asset' | 'data';

/** Hashed files never change, all else may hold words and leaves no copy on a device. */
const cacheControl: Readonly<Record<UrlClass, string>> = {
  page: 'no-store',
  'search-page': 'no-store',
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
 * The headers of every answer, from one place. `scriptHashes` are the sources of the scripts that may
 * run, as CSP writes them: 'sha384-…'. Follows CSP Level 3 and the OWASP Secure Headers list.
 */
export function headersFor(kind: UrlClass, scriptHashes: readonly string[]): Readonly<Record<string, string>> {
  const scripts = scriptHashes.length > 0 ? scriptHashes.map((hash) => `'${hash}'`).join(' ') : "'none'";
  // Pagefind is WebAssembly. No other page may run any.
  const programs = kind === 'search-page' ? " 'wasm-unsafe-eval'" : '';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${scripts}${programs}`,
      "style-src 'self'",
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
