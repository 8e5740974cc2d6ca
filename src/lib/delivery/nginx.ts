import { classPatterns, headersFor, type Checksums, type UrlClass } from '../headers/headers.ts';
import { mediaTypes } from './media-types.ts';

/** What a server's configuration depends on. */
export interface ServerOptions {
  /** Name of the host, as in site.origin. */
  readonly host: string;
  /** Folder into which `dist/` was copied; with a base of '/help', into its folder `help`. */
  readonly root: string;
  /** '/' or '/help'. */
  readonly base: string;
  readonly locales: readonly string[];
  readonly checksums: Checksums;
  /** Host of an onion mirror, or undefined. */
  readonly onion?: string | undefined;
  readonly certificate: string;
  readonly key: string;
  readonly http: number;
  readonly https: number;
  /** A folder that the server may write in, for its process number and nothing else. */
  readonly run: string;
}

const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;

/**
 * A whole configuration of nginx 1.22 or newer, to be run as `nginx -e /dev/null -c FILE`: without
 * `-e` nginx opens its own log before it reads this. Debian's module for brotli has to be there.
 */
export function nginxConfig(options: ServerOptions): string {
  const { host, root, base, locales, checksums, onion, certificate, key, http, https, run } = options;
  const prefix = base === '/' ? '' : base;
  const port = https === 443 ? '' : `:${String(https)}`;
  const headers = (kind: UrlClass, indent: string): string =>
    [
      ...Object.entries(headersFor(kind, checksums)).map(([name, value]) => `${name} ${quoted(value)}`),
      // The one value with a variable of nginx in it.
      ...(onion === undefined ? [] : [`Onion-Location "http://${onion}$request_uri"`]),
    ]
      .map((line) => `${indent}add_header ${line} always;`)
      .join('\n');
  const location = (kind: UrlClass, match: string): string =>
    `    location ${match} {\n${headers(kind, '      ')}\n    }`;

  return `# Made by "npm run build" of src/lib/delivery/nginx.ts and src/lib/headers/headers.ts. Do not edit.
# Run it as: nginx -e /dev/null -c this-file. No line about any visitor is written anywhere.
load_module modules/ngx_http_brotli_static_module.so;
worker_processes auto;
error_log /dev/null crit;
pid ${run}/nginx.pid;
events { worker_connections 1024; }

http {
  access_log off;
  log_not_found off;
  server_tokens off;
  client_body_temp_path ${run}/body;
  proxy_temp_path ${run}/proxy;
  fastcgi_temp_path ${run}/fastcgi;
  uwsgi_temp_path ${run}/uwsgi;
  scgi_temp_path ${run}/scgi;

  # Bodies were compressed when the site was built, pages to one of three lengths.
  gzip off;
  gzip_static on;
  gzip_vary on;
  brotli_static on;
  etag off;
  if_modified_since off;
  max_ranges 0;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 30s;
  client_max_body_size 1k;
  client_header_timeout 20s;
  client_body_timeout 20s;
  send_timeout 60s;
  absolute_redirect off;
  charset off;
  default_type application/octet-stream;
  types {
${Object.entries(mediaTypes)
  .map(([ending, type]) => `    ${quoted(type)} ${ending};`)
  .join('\n')}
  }

  map $uri $not_found {
    default ${prefix}/404.html;
${locales.map((locale) => `    ~^${prefix}/${locale}(/|$) ${prefix}/${locale}/404.html;`).join('\n')}
  }

  server {
    listen ${String(http)} default_server;
    listen [::]:${String(http)} default_server;
    server_name ${host};
    location / {
      return 301 https://${host}${port}$request_uri;
    }
  }

  server {
    listen ${String(https)} ssl http2 default_server;
    listen [::]:${String(https)} ssl http2 default_server;
    server_name ${host};
    root ${root};
    index index.html;

    ssl_certificate ${certificate};
    ssl_certificate_key ${key};
    # NCSC guidelines for TLS, 2025-05: the two good versions, suites with forward secrecy.
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;
    ssl_prefer_server_ciphers on;
    # A ticket or a remembered session ties two visits together.
    ssl_session_tickets off;
    ssl_session_cache off;

    error_page 404 $not_found;
    error_page 403 =404 $not_found;
    # What is no request for a page of this site is not looked at.
    if ($request_method !~ ^(GET|HEAD)$) { return 405; }

${headers('page', '    ')}

    # Bodies for other encodings are sent when asked for by header, never by name.
    location ~ \\.(br|gz)$ { internal; }
    location ~ /\\.(?!well-known/) { return 404; }
${classPatterns.map(([kind, pattern]) => location(kind, `~ "^${prefix}${pattern}$"`)).join('\n')}
${location('data', '/')}
  }
}
`;
}
