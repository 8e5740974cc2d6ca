import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChecksums } from '../../src/gate/page-checksums.ts';
import { headersFor, type Checksums } from '../../src/lib/headers/headers.ts';
import { startCaddy, type Caddy } from '../../src/testing/caddy.ts';
import { findProgram } from '../../src/testing/system-packages.ts';
import { addresses, asset } from '../fixtures/addresses.ts';
import { ask, type RawAnswer } from '../fixtures/ask.ts';
import { project } from '../fixtures/project.ts';

const dist = join(project, 'dist');
const found = findProgram(['caddy'], ['caddy']);
if ('tried' in found) console.log(`Not tested with Caddy: ${found.tried.join('; ')}`);

describe.skipIf('tried' in found)('T26 a real Caddy with the generated Caddyfile', () => {
  let caddy: Caddy;
  let checksums: Checksums;
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> =>
    ask(`https://localhost:${String(caddy.https)}${address}`, { method, headers, certificate: caddy.certificate });

  beforeAll(async () => {
    checksums = await readChecksums(dist);
    caddy = await startCaddy('path' in found ? found.path : '', dist);
  });
  afterAll(() => caddy.kill());

  it.each(addresses)('answers %s as a %s with %i', async (address, kind, status) => {
    const answer = await get(address);
    // Caddy sends 308 where nginx sends 301: both say that the address moved for good.
    expect(answer.status === 308 ? 301 : answer.status).toBe(status);
    const wanted = headersFor(kind, checksums);
    for (const [name, value] of Object.entries(wanted)) expect(answer.headers[name.toLowerCase()], name).toBe(value);
    expect(answer.headers['server']).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('sends who comes without TLS to the same address with it', async () => {
    const answer = await ask(`http://localhost:${String(caddy.http)}/nl/work/`);
    expect([301, 308]).toContain(answer.status);
    expect(answer.headers['location']).toMatch(/^https:\/\/localhost(?::\d+)?\/nl\/work\/$/);
  });

  it('says that there is no such page in the language of the address', async () => {
    for (const [address, locale] of [
      ['/nl/x/', 'nl'],
      ['/ar/x', 'ar'],
      ['/x/', 'nl'],
    ] as const) {
      const answer = await get(address);
      expect(answer.status, address).toBe(404);
      expect(answer.body.toString(), address).toContain(`<html lang="${locale}"`);
    }
  });

  it('shows no list of a folder, no hidden file, no compressed form by its name, and takes nothing', async () => {
    for (const address of ['/assets/', '/.git/config', '/.env', '/nl/index.html.br', '/nl/index.html.gz'])
      expect((await get(address)).status, address).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])
      expect((await get('/nl/', {}, method)).status, method).toBe(405);
  });

  it('sends the same text plain, as gzip and as brotli', async () => {
    for (const address of ['/nl/', '/words/nl.bin', asset('.css')]) {
      const plain = await get(address);
      const gzip = await get(address, { 'Accept-Encoding': 'gzip' });
      const brotli = await get(address, { 'Accept-Encoding': 'gzip, br' });
      expect(gzip.headers['content-encoding'], address).toBe('gzip');
      expect(brotli.headers['content-encoding'], address).toBe('br');
      expect(gunzipSync(gzip.body).equals(plain.body), address).toBe(true);
      expect(brotliDecompressSync(brotli.body).equals(plain.body), address).toBe(true);
    }
  });
});
