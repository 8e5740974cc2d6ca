import { classPatterns, headersFor, urlClasses, type UrlClass } from '../headers/headers.ts';
import { mediaTypes } from './media-types.ts';
import type { ServerOptions } from './nginx.ts';

/**
 * A Caddyfile for Caddy 2.6 or newer that sends what the configuration of nginx sends. Caddy gets its
 * own certificate unless `certificate` and `key` name files.
 */
export function caddyfile(options: ServerOptions): string {
  const { host, root, base, locales, checksums, onion, certificate, key, http, https } = options;
  const prefix = base === '/' ? '' : base;
  const earlier: string[] = [];
  const matchers = classPatterns.map(([kind, pattern]) => {
    const others = earlier.map((other) => `    not path_regexp ^${other}$\n`).join('');
    earlier.push(prefix + pattern);
    return `  @${kind} {\n    path_regexp ^${prefix}${pattern}$\n${others}  }`;
  });
  const rest = `  @data {\n${earlier.map((other) => `    not path_regexp ^${other}$`).join('\n')}\n  }`;
  const headers = (kind: UrlClass, indent: string): string =>
    Object.entries({
      ...headersFor(kind, checksums),
      ...(onion === undefined ? {} : { 'Onion-Location': `http://${onion}{uri}` }),
    })
      .map(([name, value]) => `${indent}${name} \`${value}\``)
      .join('\n');

  return `# Made by "npm run build" of src/lib/delivery/caddy.ts and src/lib/headers/headers.ts. Do not edit.
# No line about any visitor is written anywhere: there is no access log, and the others are thrown away.
{
  admin off
  http_port ${String(http)}
  https_port ${String(https)}
  log {
    output discard
  }
}

${host}${https === 443 ? '' : `:${String(https)}`} {
  tls ${certificate} ${key}
  root * ${root}
  header -Server
${matchers.join('\n')}
${rest}
${urlClasses.map((kind) => `  header @${kind} {\n${headers(kind, '    ')}\n  }`).join('\n')}
${Object.entries(mediaTypes)
  .map(([ending, type]) => `  header *.${ending} Content-Type \`${type}\``)
  .join('\n')}
  @other not method GET HEAD
  respond @other 405
  @hidden path_regexp (\\.(br|gz)$|/\\.[^w])
  respond @hidden 404
  file_server {
    precompressed br gzip
  }
  handle_errors {
    header -Server
    header {
${headers('page', '      ')}
    }
${locales
  .map(
    (locale) =>
      `    @${locale} path_regexp ^${prefix}/${locale}(/|$)\n    rewrite @${locale} ${prefix}/${locale}/404.html`,
  )
  .join('\n')}
    @none not path_regexp ^${prefix}/(${locales.join('|')})(/|$)
    rewrite @none ${prefix}/404.html
    file_server {
      precompressed br gzip
    }
  }
}
`;
}
