import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { readChecksums } from '../gate/page-checksums.ts';
import { mediaTypes } from '../lib/delivery/media-types.ts';
import { classOf, headersFor } from '../lib/headers/headers.ts';

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
  const hashes = await readChecksums(root);
  const prefix = base === '/' ? '' : base;

  return createServer((request, response) => {
    const accepts = request.headers['accept-encoding']?.toString() ?? '';
    void answer({ method: request.method ?? 'GET', url: request.url ?? '/', accepts }, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, headersFor('page', hashes));
      response.end();
    });
  });

  async function answer({ method, url, accepts }: Asked, response: ServerResponse): Promise<void> {
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
      await send(response, { method, accepts, status: 200, file: found.file });
      return;
    }
    const locale = /^\/([a-z]{2,3})(?:\/|$)/.exec(below ?? '')?.[1] ?? '';
    const localised = join(root, locale, '404.html');
    const file = (await isFile(localised)) ? localised : join(root, '404.html');
    await send(response, { method, accepts, status: 404, file });
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

  async function send(response: ServerResponse, { method, accepts, status, file }: Answer): Promise<void> {
    // Bodies were compressed when the site was built; a page without a compressed form is sent as it is.
    const form = ([['br', 'br'], ['gzip', 'gz']] as const).find(([name]) => acceptsEncoding(accepts, name)); // prettier-ignore
    const packed = form && (await isFile(`${file}.${form[1]}`)) ? form : undefined;
    const body = await readFile(packed ? `${file}.${packed[1]}` : file);
    response.writeHead(status, {
      ...headersFor(classOf(file.slice(root.length).replaceAll('\\', '/')), hashes),
      'Content-Type': mediaTypes[extname(file).slice(1)] ?? 'application/octet-stream',
      'Content-Length': String(body.length),
      ...(packed ? { 'Content-Encoding': packed[0] } : {}),
      ...((await isFile(`${file}.br`)) ? { Vary: 'Accept-Encoding' } : {}),
    });
    response.end(method === 'HEAD' ? undefined : body);
  }
}

/** What a request asks for. */
interface Asked {
  readonly method: string;
  readonly url: string;
  /** Its header Accept-Encoding. */
  readonly accepts: string;
}

/** What is sent back. */
interface Answer {
  readonly method: string;
  readonly accepts: string;
  readonly status: number;
  readonly file: string;
}

/** Whether a header Accept-Encoding names an encoding, and not with a weight of zero. */
function acceptsEncoding(header: string, name: string): boolean {
  return header.split(',').some((one) => {
    const [encoding = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
    return encoding === name && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

/** The path of a request, decoded; undefined when it is no plain path below this site. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    // Compressed forms are asked for by header, never by name.
    const isPlain =
      path.startsWith('/') && !/\.(?:br|gz)$/.test(path) && !/[\0-\x1F\\]|\/\/|\/\.\.?(?:\/|$)/.test(path);
    return isPlain ? path : undefined;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
