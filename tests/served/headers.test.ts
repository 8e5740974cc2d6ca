import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChecksums } from '../../src/gate/page-checksums.ts';
import { headersFor, type Checksums } from '../../src/lib/headers/headers.ts';
import { createSiteServer } from '../../src/server/site-server.ts';
import { findNginx, startNginx, type Nginx } from '../../src/testing/nginx.ts';
import { observatory } from '../../src/testing/observatory.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { addresses, asset } from '../fixtures/addresses.ts';
import { ask, type RawAnswer } from '../fixtures/ask.ts';
import { builtFiles } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

const dist = join(project, 'dist');
const found = findNginx();
if ('tried' in found) console.log(`Not tested with nginx: ${found.tried.join('; ')}`);

describe.skipIf('tried' in found)('T26 a real nginx with the generated configuration', () => {
  let nginx: Nginx;
  let checksums: Checksums;
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> =>
    ask(`https://localhost:${String(nginx.https)}${address}`, { method, headers, certificate: nginx.certificate });

  beforeAll(async () => {
    checksums = await readChecksums(dist);
    nginx = await startNginx('path' in found ? found.path : '', dist);
  });
  afterAll(() => nginx.kill());

  it.each(addresses)('answers %s as a %s with %i', async (address, kind, status) => {
    const answer = await get(address);
    expect(answer.status).toBe(status);
    const wanted = headersFor(kind, checksums);
    for (const [name, value] of Object.entries(wanted)) expect(answer.headers[name.toLowerCase()], name).toBe(value);
    expect(answer.headers['server']).toBe('nginx');
    expect(answer.headers['set-cookie']).toBeUndefined();
    if (status === 301) expect(answer.headers['location']).toBe(`${address}/`);
  });

  // Five points are given for the checksum of a script in a file, so an answer that loads none cannot have them.
  it('passes all tests of MDN’s Observatory: 135 where a script in a file is loaded, else 130', async () => {
    const judge = await observatory(join(project, 'node_modules/.cache'));
    const plain = { url: new URL('http://localhost/'), status: 301 };
    const judged = (address: string, { status, headers, body }: RawAnswer) => {
      const url = new URL(`https://localhost${address}`);
      return judge({ url, status, headers, body: body.toString(), redirects: [plain, { url, status: 200 }] });
    };
    const scores = new Map<string, number>();
    for (const [address] of addresses) {
      const answer = await get(address);
      const { score, failed } = judged(address, answer);
      expect(failed, address).toEqual([]);
      expect(score, address).toBe(answer.body.toString().includes('<script type="module" src=') ? 135 : 130);
      scores.set(address, score);
    }
    expect(scores.get('/nl/')).toBe(135);
    recordFigure(
      'T26 score by the tests of MDN’s Observatory, real nginx: pages with a script in a file / all else',
      `${String(Math.max(...scores.values()))} / ${String(Math.min(...scores.values()))}, all tests passed for ${String(scores.size)} kinds of address`,
    );
    const page = await get('/nl/');
    for (const header of ['content-security-policy', 'strict-transport-security', 'x-content-type-options'])
      expect(judged('/nl/', { ...page, headers: { ...page.headers, [header]: '' } }).failed, header).not.toEqual([]);
  });

  it('has a policy in which Google’s evaluator finds nothing of high or medium severity', async () => {
    for (const [address] of addresses) {
      const policy = (await get(address)).headers['content-security-policy'] ?? '';
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
      const grave = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
      expect(
        grave.map(({ description }) => description),
        address,
      ).toEqual([]);
    }
    const loose = new CspEvaluator(new CspParser("script-src 'unsafe-inline' *").csp).evaluate();
    expect(loose.some(({ severity }) => severity <= Severity.MEDIUM)).toBe(true);
  });

  it('is good by the rules of Internet.nl 1.11', async () => {
    for (const [address] of addresses) expect(internetNl((await get(address)).headers), address).toEqual([]);
    const bad = {
      'content-security-policy': "default-src *; script-src 'unsafe-inline'",
      'referrer-policy': 'unsafe-url',
    };
    expect(internetNl(bad).length).toBeGreaterThan(4);
    const text = (await get('/.well-known/security.txt')).body.toString();
    expect(text).toMatch(/^Contact: (?:https:\/\/|mailto:)\S+$/m);
    expect(text).toMatch(/^Expires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/m);
    expect((await get('/.well-known/security.txt')).headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('sends who comes without TLS to the same address with it, and nothing else', async () => {
    const answer = await ask(`http://localhost:${String(nginx.http)}/nl/work/`);
    expect(answer.status).toBe(301);
    expect(answer.headers['location']).toBe(`https://localhost:${String(nginx.https)}/nl/work/`);
  });

  it('says that there is no such page in the language of the address', async () => {
    for (const [address, locale] of [
      ['/nl/x/', 'nl'],
      ['/ar/x', 'ar'],
      ['/x/', 'nl'],
    ] as const)
      // prettier-ignore
      expect((await get(address)).body.toString(), address).toContain(`<html lang="${locale}"`);
  });

  it('shows no list of a folder, no hidden file, no compressed form by its name, and takes nothing', async () => {
    for (const address of [
      '/assets/',
      '/nl/mindmap/',
      '/.git/config',
      '/.env',
      '/nl/index.html.br',
      '/nl/index.html.gz',
    ])
      expect((await get(address)).status, address).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
      expect((await get('/nl/', {}, method)).status, method).toBe(405);
  });

  it('sends the same text plain, as gzip and as brotli', async () => {
    for (const address of ['/nl/', '/words/nl.bin', asset('.css'), '/nl/nothing/']) {
      const plain = await get(address);
      const gzip = await get(address, { 'Accept-Encoding': 'gzip' });
      const brotli = await get(address, { 'Accept-Encoding': 'gzip, br' });
      expect(gzip.headers['content-encoding'], address).toBe('gzip');
      expect(brotli.headers['content-encoding'], address).toBe('br');
      expect(gunzipSync(gzip.body).equals(plain.body), address).toBe(true);
      expect(brotliDecompressSync(brotli.body).equals(plain.body), address).toBe(true);
    }
  });

  it('says what npm start says, for every kind of address', async () => {
    const server = await createSiteServer({ dist, base: '/' });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const port = String((server.address() as { port: number }).port);
    const differing = new Set(['connection', 'keep-alive', 'date', 'server', 'last-modified', 'transfer-encoding', 'content-length', 'accept-ranges']); // prettier-ignore
    const compared = ({ headers, status, body }: RawAnswer) => ({
      status,
      headers: Object.fromEntries(
        Object.entries(headers)
          .filter(([name]) => !differing.has(name))
          .sort(),
      ),
      body: status === 301 ? '' : body.toString('base64'),
    });
    for (const [address, , status] of addresses) {
      const headers = { 'Accept-Encoding': 'br' };
      const ours = compared(await ask(`http://localhost:${port}${address}`, { headers }));
      const theirs = compared(await get(address, headers));
      // A redirect has a body of nginx's own.
      if (status === 301) for (const one of [ours, theirs]) one.headers = { location: one.headers['location'] ?? '' };
      expect(ours, address).toEqual(theirs);
    }
    await new Promise((resolve) => server.close(resolve));
  });

  it('T8 sends every page in one of three lengths, each shared by ten pages or more', async () => {
    for (const encoding of ['br', 'gzip'] as const) {
      const lengths = new Map<number, number>();
      for (const file of builtFiles().filter((name) => name.endsWith('.html'))) {
        const address = file.replace(/index\.html$/, '');
        const { body, headers } = await get(address, { 'Accept-Encoding': encoding });
        expect(headers['content-length'], address).toBe(String(body.length));
        lengths.set(body.length, (lengths.get(body.length) ?? 0) + 1);
      }
      const told = [...lengths]
        .sort(([a], [b]) => a - b)
        .map(([length, pages]) => `${String(pages)} of ${String(length)} bytes`);
      recordFigure(`T08 pages by their length on the line, ${encoding}`, told.join(', '));
      expect(lengths.size).toBeLessThanOrEqual(3);
      expect(Math.min(...lengths.values())).toBeGreaterThanOrEqual(10);
    }
  });
});

/** What Internet.nl would call wrong in the headers it looks at; its rules of 1.11, checks/tasks/http_headers.py. */
function internetNl(headers: Readonly<Record<string, string>>): string[] {
  const wrong: string[] = [];
  const rule = (holds: boolean, name: string): void => {
    if (!holds) wrong.push(name);
  };
  const policy = new Map(
    (headers['content-security-policy'] ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const closed = (name: string): boolean => {
    const values = policy.get(name);
    return values?.every((value) => /^'(?:none|self)'$/.test(value) || /^https:\/\/[^*]+$/.test(value)) ?? false;
  };
  rule(policy.has('default-src') && closed('default-src'), 'default-src');
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) rule(closed(name), name);
  const all = [...policy.values()].flat();
  rule(!all.some((value) => /^'unsafe-(?:inline|eval|hashes)'$/.test(value)), 'unsafe');
  rule(!all.some((value) => /^(?:\*|https?:|data:|blob:)$/.test(value)), 'too wide');
  const age = Number(/max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1] ?? 0);
  rule(age >= 31_536_000, 'strict-transport-security');
  rule(/^(?:no-referrer|same-origin)$/.test(headers['referrer-policy'] ?? ''), 'referrer-policy');
  rule(headers['x-content-type-options'] === 'nosniff', 'x-content-type-options');
  rule(/^(?:DENY|SAMEORIGIN)$/.test(headers['x-frame-options'] ?? ''), 'x-frame-options');
  return wrong;
}

it('T26 the list of addresses has every kind', () => {
  expect(new Set(addresses.map(([, kind]) => kind)).size).toBe(5);
  expect(readFileSync(join(dist, '_headers'), 'utf8')).toContain("default-src 'none'");
});
