import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fullText } from '../domain/full-text.ts';
import { headersFor, type UrlClass } from '../lib/headers/headers.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

const types: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mm': 'application/x-freemind; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface SiteServerOptions {
  /** Folder that was built. */
  readonly dist: string;
  /** Path prefix of the site: '/' or '/help'. */
  readonly base: string;
}

/**
 * A server for the built folder with production's headers. Reads the folder on every request, keeps
 * nothing of who asked for what, and answers an unknown path with the 404 of the path's language.
 */
export async function createSiteServer({ dist, base }: SiteServerOptions): Promise<Server> {
  const root = resolve(dist);
  const hashes = await scriptHashes(root);
  const prefix = base === '/' ? '' : base;

  return createServer((request, response) => {
    void answer(request.method ?? 'GET', request.url ?? '/', response).catch(() => {
      if (!response.headersSent) response.writeHead(500, headersFor('page', hashes));
      response.end();
    });
  });

  async function answer(method: string, url: string, response: ServerResponse): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { ...headersFor('page', hashes), Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = readPath(url);
    const below =
      path !== undefined && (prefix === '' || path === prefix || path.startsWith(`${prefix}/`))
        ? path.slice(prefix.length)
        : undefined;
    const found = below === undefined ? undefined : await findFile(below);
    if (found === 'folder') {
      response.writeHead(301, { ...headersFor('page', hashes), Location: encodeURI(`${path ?? ''}/`) }).end();
      return;
    }
    if (found !== undefined) {
      await send(response, method, 200, found.file);
      return;
    }
    const locale = /^\/([a-z]{2,3})(?:\/|$)/.exec(below ?? '')?.[1] ?? '';
    const localised = join(root, locale, '404.html');
    await send(response, method, 404, (await isFile(localised)) ? localised : join(root, '404.html'));
  }

  async function findFile(path: string): Promise<{ file: string } | 'folder' | undefined> {
    const wanted = resolve(root, `.${path}`);
    if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
    if (path === '' || path.endsWith('/')) {
      const index = join(wanted, 'index.html');
      return (await isFile(index)) ? { file: index } : undefined;
    }
    if (await isFile(wanted)) return { file: wanted };
    return (await isFile(join(wanted, 'index.html'))) ? 'folder' : undefined;
  }

  async function send(response: ServerResponse, method: string, status: number, file: string): Promise<void> {
    const body = await readFile(file);
    response.writeHead(status, {
      ...headersFor(classOf(file.slice(root.length)), hashes),
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': String(body.length),
    });
    response.end(method === 'HEAD' ? undefined : body);
  }
}

function classOf(path: string): UrlClass {
  const address = path.replaceAll('\\', '/');
  if (new RegExp(`^/[a-z]{2,3}/${fullText.page}/index\\.html$`).test(address)) return 'search-page';
  if (address.endsWith('.html')) return 'page';
  return address.startsWith('/assets/') ? 'asset' : 'data';
}

/** The path of a request, decoded; undefined when it is no plain path below this site. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    const isPlain = path.startsWith('/') && !/[\0-\x1F\\]|\/\/|\/\.\.?(?:\/|$)/.test(path);
    return isPlain ? path : undefined;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** CSP hashes of every script of a page, the ones in files by their checksum, sorted, each once. */
async function scriptHashes(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const pages = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
  const hashes = new Set<string>();
  for (const page of pages) {
    const html = await readFile(page, 'utf8');
    for (const [, attributes = '', code = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      // Linked data are no script: no browser runs them, whatever the headers say.
      if (attributes.includes('type="application/ld+json"')) continue;
      const checksum = /\sintegrity="([^"]+)"/.exec(attributes)?.[1];
      if (checksum !== undefined) hashes.add(checksum);
      else if (!/\ssrc=/.test(attributes)) hashes.add(`sha384-${createHash('sha384').update(code).digest('base64')}`);
    }
  }
  return [...hashes].sort(byCodeUnit);
}
