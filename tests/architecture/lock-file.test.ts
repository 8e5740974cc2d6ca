import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../src/gate/bill-of-materials.ts';
import { project } from '../fixtures/project.ts';

interface Entry {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};
const pack = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('T17 the lock file', () => {
  it('has the integrity of every package', () => {
    expect(entries.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('is whole for every machine: what a package may need elsewhere is there too', () => {
    const missing = entries.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !entries.some(([other]) => other.endsWith(`node_modules/${name}`)))
        .map((name) => `${name} of ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(readFileSync(join(project, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  it('pins every direct dependency to one version', () => {
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(pack[kind] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('carries one satteri: the gate reads with the parser that compiles', () => {
    expect(entries.filter(([path]) => path.endsWith('node_modules/satteri'))).toHaveLength(1);
  });
});

describe('T17 packages', () => {
  it('run no script of their own when they are installed', () => {
    expect(readFileSync(join(project, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('stand in a bill of materials, each with its version, the same every time', () => {
    const text = billOfMaterials(project);
    expect(billOfMaterials(project)).toBe(text);
    const { components } = JSON.parse(text) as { components: { name: string; version: string; purl: string }[] };
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
    const missing = wanted
      .map(
        ([path, entry]) =>
          `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${(entry as { version: string }).version}`,
      )
      .filter((name) => !listed.has(name));
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/serialNumber|timestamp/);
  });
});
