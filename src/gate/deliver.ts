import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { offeredLocales } from '../domain/locales.ts';
import { caddyfile } from '../lib/delivery/caddy.ts';
import { headersFile } from '../lib/delivery/headers-file.ts';
import { manifestName, signatureName, writeManifest } from '../lib/delivery/manifest.ts';
import { nginxConfig, type ServerOptions } from '../lib/delivery/nginx.ts';
import { securityTxt } from '../lib/delivery/security-txt.ts';
import { reviewBefore } from '../lib/freshness/site-date.ts';
import { site } from '../site.ts';
import { compressSite } from './compress.ts';
import { filesBelow } from './files-below.ts';
import { readChecksums } from './page-checksums.ts';

/** Days after which security.txt runs out: less than the year that RFC 9116 asks for. */
const contactDays = 360;

/**
 * Finishes a built folder for the servers it goes to: headers, security.txt, compressed forms, and last
 * the manifest of all of it. Writes configurations of servers into `deploy/` of the project.
 */
export async function deliver(project: string, siteDate: string): Promise<void> {
  const dist = join(project, 'dist');
  const checksums = await readChecksums(dist);
  await write(join(dist, '_headers'), headersFile(site.base, offeredLocales, checksums));
  const canonical = `${site.origin}/.well-known/security.txt`;
  await write(
    join(dist, '.well-known/security.txt'),
    securityTxt(site.securityContact, canonical, reviewBefore(siteDate, contactDays), ['nl', 'en']),
  );
  await compressSite(dist);
  await write(join(dist, manifestName), writeManifest(await entriesOf(dist)));

  const options = serverOptions(checksums);
  await write(join(project, 'deploy/nginx.conf'), nginxConfig(options));
  await write(join(project, 'deploy/Caddyfile'), caddyfile(options));
}

/** What a server's configuration says when nothing else is known: the paths of Debian. */
export function serverOptions(checksums: ServerOptions['checksums']): ServerOptions {
  const { host } = new URL(site.origin);
  return {
    host,
    root: '/srv/www',
    base: site.base,
    locales: offeredLocales,
    checksums,
    onion: site.onion,
    certificate: `/etc/letsencrypt/live/${host}/fullchain.pem`,
    key: `/etc/letsencrypt/live/${host}/privkey.pem`,
    http: 80,
    https: 443,
    run: '/run',
  };
}

/** Every file of a folder with its checksum, but the manifest and its signature. */
export async function entriesOf(dist: string): Promise<{ path: string; sha256: string }[]> {
  const paths = (await filesBelow(dist)).filter((path) => path !== manifestName && path !== signatureName);
  return Promise.all(
    paths.map(async (path) => ({
      path,
      sha256: createHash('sha256')
        .update(await readFile(join(dist, path)))
        .digest('hex'),
    })),
  );
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
