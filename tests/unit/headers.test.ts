import { describe, expect, it } from 'vitest';
import { headersFor } from '../../src/lib/headers/headers.ts';

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

  it('keep hashed assets', () => {
    expect(headersFor('asset', [])['Cache-Control']).toContain('immutable');
  });
});
