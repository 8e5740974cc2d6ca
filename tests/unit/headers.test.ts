import { describe, expect, it } from 'vitest';
import { headersFor, type UrlClass } from '../../src/lib/headers/headers.ts';

describe('headers', () => {
  const page = headersFor('page', ['sha384-abc']);

  it('allow nothing but what is named', () => {
    expect(page['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'sha384-abc'; /);
    expect(page['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it('leave no page on the device and tell nobody where one came from', () => {
    expect(page['Cache-Control']).toBe('no-store');
    expect(page['Referrer-Policy']).toBe('no-referrer');
  });

  it('run no script when there is none', () => {
    expect(headersFor('page', [])['Content-Security-Policy']).toContain("script-src 'none'");
  });

  it('let a program run on the search page, and on no other', () => {
    const csp = (kind: UrlClass): string => headersFor(kind, ['sha384-abc'])['Content-Security-Policy'] ?? '';
    expect(csp('search-page')).toContain("script-src 'sha384-abc' 'wasm-unsafe-eval';");
    expect(csp('search-page').replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headersFor('search-page', [])['Cache-Control']).toBe('no-store');
    for (const kind of ['page', 'asset', 'data'] as const) expect(csp(kind)).not.toContain('wasm');
  });

  it('keep hashed assets', () => {
    expect(headersFor('asset', [])['Cache-Control']).toContain('immutable');
  });
});
