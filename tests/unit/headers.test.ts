import { describe, expect, it } from 'vitest';
import { classOf, headersFor, type UrlClass } from '../../src/lib/headers/headers.ts';

const none = { scripts: [], styles: [] };

describe('T12 T13 T14 headers', () => {
  const page = headersFor('page', { scripts: ['sha384-abc'], styles: ['sha384-def'] });

  it('allow nothing but what is named', () => {
    expect(page['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'sha384-abc'; /);
    expect(page['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it('leave no page on the device and tell nobody where one came from', () => {
    expect(page['Cache-Control']).toBe('no-store');
    expect(page['Referrer-Policy']).toBe('no-referrer');
  });

  it('run no script when there is none', () => {
    expect(headersFor('page', none)['Content-Security-Policy']).toContain("script-src 'none'");
  });

  it('let a program run on the search page, and on no other', () => {
    const csp = (kind: UrlClass): string =>
      headersFor(kind, { scripts: ['sha384-abc'], styles: [] })['Content-Security-Policy'] ?? '';
    expect(csp('search-page')).toContain("script-src 'sha384-abc' 'wasm-unsafe-eval';");
    expect(csp('search-page').replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headersFor('search-page', none)['Cache-Control']).toBe('no-store');
    for (const kind of ['page', 'asset', 'data'] as const) expect(csp(kind)).not.toContain('wasm');
  });

  it('keep hashed assets', () => {
    expect(headersFor('asset', none)['Cache-Control']).toContain('immutable');
  });

  it('give the page that opens from a disk its own style, and no script at all', () => {
    const copy = headersFor('copy', { scripts: ['sha384-abc'], styles: ['sha384-def'] });
    expect(copy['Content-Security-Policy']).toContain("script-src 'none'; style-src 'sha384-def'; ");
    expect(page['Content-Security-Policy']).not.toContain('sha384-def');
  });

  it.each([
    ['/', 'page'],
    ['/nl/', 'page'],
    ['/nl/index.html', 'page'],
    ['/nl/404.html', 'page'],
    ['/nl/search/', 'search-page'],
    ['/qaa/search/index.html', 'search-page'],
    ['/nl/search/other/', 'page'],
    ['/nl/copy.html', 'copy'],
    ['/assets/x.js', 'asset'],
    ['/lists/nl.json', 'data'],
    ['/words/nl.bin', 'data'],
    ['/.well-known/security.txt', 'data'],
  ])('know %s as a %s', (address, kind) => {
    expect(classOf(address)).toBe(kind);
  });
});
