import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../fixtures/project.ts';

/** What each room of src/ may import from; its own files always. Everything else is a wrong direction. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  lib: ['domain'],
  gate: ['lib', 'domain', 'site.ts'],
  server: ['gate', 'lib', 'domain'],
  queries: ['lib', 'domain', 'gate', 'islands', 'site.ts'],
  components: ['queries', 'islands', 'lib', 'domain', 'site.ts'],
  layouts: ['components', 'queries', 'lib', 'domain', 'styles', 'site.ts'],
  pages: ['layouts', 'components', 'queries', 'domain', 'styles', 'site.ts'],
  commands: ['gate', 'server', 'testing', 'lib', 'domain', 'site.ts'],
  testing: ['gate', 'lib', 'domain'],
  islands: ['domain', 'lib'],
};

/** Packages that a room must not see: the middle knows neither Astro, nor files, nor the browser. */
const forbiddenPackages: Readonly<Record<string, RegExp>> = {
  domain: /^(?:astro|node:|@astrojs|playwright)/,
  lib: /^(?:astro|node:|@astrojs|playwright)/,
  islands: /^(?!\.)/,
  components: /^node:/,
};

const source = join(project, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:ts|js|mjs|astro)$/.test(file) && !file.endsWith('.d.ts'),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function wrongImports(file: string, imports: readonly string[]): string[] {
  const room = file.split(/[\\/]/)[0] ?? '';
  const allowed = mayImport[room];
  if (!allowed) return [];
  return imports.filter((name) => {
    if (!name.startsWith('.')) return forbiddenPackages[room]?.test(name) ?? false;
    const target = relative(source, resolve(source, dirname(file), name.split('?')[0] ?? name)).split(/[\\/]/)[0] ?? '';
    return target !== room && !allowed.includes(target);
  });
}

describe('imports keep their direction', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('%s', (file) => {
    expect(wrongImports(file, importsOf(file))).toEqual([]);
  });

  it('every folder of src/ has a rule', () => {
    const folders = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => folder !== 'styles' && !(folder in mayImport))).toEqual([]);
  });

  it('would see a wrong one', () => {
    expect(wrongImports('domain/x.ts', ['../lib/contact/publish.ts'])).toEqual(['../lib/contact/publish.ts']);
    expect(wrongImports('lib/contact/x.ts', ['node:fs', '../../gate/read-files.ts', 'zod'])).toEqual([
      'node:fs',
      '../../gate/read-files.ts',
    ]);
  });
});

describe('output is the same for the same input', () => {
  const code = files.filter((file) => !file.startsWith('commands') && !file.startsWith('server'));

  it.each(code)('%s uses no clock, no chance and no order of the machine', (file) => {
    const text = readFileSync(join(source, file), 'utf8');
    expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|\.localeCompare\(/);
  });
});

describe('strings of the interface', () => {
  const nl = JSON.parse(readFileSync(join(project, 'content/interface/nl.json'), 'utf8')) as object;
  const known = new Set<string>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value === 'string') known.add(path);
    else
      for (const [key, inner] of Object.entries(value as object)) collect(inner, path === '' ? key : `${path}.${key}`);
  };
  collect(nl, '');
  const uses = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/(?:\bt|stringsOf\(\w+\))\(['`]([^'`]+)['`]/g)].map(
      (match) => ({ file, key: match[1] ?? '' }),
    ),
  );

  it.each(uses)('$key of $file exists', ({ key }) => {
    const pattern = new RegExp(
      `^${key
        .split(/\$\{[^}]+\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[^.]+')}$`,
    );
    expect([...known].some((name) => pattern.test(name))).toBe(true);
  });

  it('are all used', () => {
    const patterns = uses.map(
      ({ key }) =>
        new RegExp(
          `^${key
            .split(/\$\{[^}]+\}/)
            .map((part) => part.replaceAll('.', '\\.'))
            .join('[^.]+')}$`,
        ),
    );
    expect([...known].filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([]);
  });
});
