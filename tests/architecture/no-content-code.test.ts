import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { contentGate } from '../../src/gate/content-gate.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { project } from '../fixtures/project.ts';
import { nlPage, tinyContent } from '../fixtures/tiny-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'canary-'));
const ran = join(folder, 'it-ran');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = `writeFileSync(${JSON.stringify(ran)}, 'x')`;
const canaries = [
  ['an import', `import fs from 'node:fs'\n\nexport const x = fs.${write}`, 'mdx-import'],
  ['an export', `export const x = process.getBuiltinModule('node:fs').${write}`, 'mdx-import'],
  ['an expression', `Dag {process.getBuiltinModule('node:fs').${write}}`, 'mdx-expression'],
  ['the environment', '{process.env.X}', 'mdx-expression'],
  ['an attribute', `<Service id={process.getBuiltinModule('node:fs').${write}} />`, 'mdx-code-attribute'],
  ['a spread', `<Service {...process.getBuiltinModule('node:fs').${write}} />`, 'mdx-code-attribute'],
] as const;

const withCanary = (code: string) =>
  tinyContent().map((file) => (file.path === nlPage ? { ...file, text: `${file.text}\n${code}\n` } : file));

/** A project of nothing but this content, as Astro would find it. */
function projectOf(code: string): string {
  const place = mkdtempSync(join(folder, 'site-'));
  for (const { path, text } of withCanary(code)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

interface MdxPlugin {
  readonly name: string;
  transform?(code: string, id: string): unknown;
}

/** What Astro calls first, before it has read any page; gives what the gate adds to Vite. */
async function startGate(place: string, command: 'build' | 'dev'): Promise<MdxPlugin[]> {
  let plugins: MdxPlugin[] = [];
  const setup = contentGate().hooks['astro:config:setup'] as unknown as (options: object) => Promise<void>;
  await setup({
    config: { root: pathToFileURL(`${place}/`) },
    command,
    updateConfig: (config: { vite: { plugins: MdxPlugin[] } }) => {
      plugins = config.vite.plugins;
    },
  });
  return plugins;
}

describe('T16 code in content never runs', () => {
  it.each(canaries)('%s is refused by the check', (_, code, name) => {
    expect(checkContent(withCanary(code)).errors.map((problem) => problem.code)).toContain(name);
    expect(existsSync(ran)).toBe(false);
  });

  it.each(canaries)('%s stops a build before Astro has read a page', async (_, code, name) => {
    await expect(startGate(projectOf(code), 'build')).rejects.toThrow(`[${name}]`);
    expect(existsSync(ran)).toBe(false);
  });

  it.each(canaries)('%s is refused again where it would be compiled, also while one writes', async (_, code, name) => {
    const place = projectOf(code);
    const plugin = (await startGate(place, 'dev')).find((one) => one.name === 'content-gate:mdx');
    const page = join(place, nlPage);
    expect(() => plugin?.transform?.(readFileSync(page, 'utf8'), page)).toThrow(`[${name}]`);
    expect(existsSync(ran)).toBe(false);
  });

  it('content as it should be passes all three', async () => {
    const place = projectOf('Kom binnen.');
    const plugins = await startGate(place, 'build');
    const plugin = plugins.find((one) => one.name === 'content-gate:mdx');
    const page = join(place, nlPage);
    expect(plugin?.transform?.(readFileSync(page, 'utf8'), page)).toBeUndefined();
  });

  it('no source of the site makes code of a text', () => {
    const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(?:ts|js|mjs|astro)$/.test(file) && !file.startsWith('testing'),
    );
    const makers = sources.filter((file) =>
      /\beval\(|new Function\(|from 'node:vm'|\bimport\((?!['"`])/.test(
        readFileSync(join(project, 'src', file), 'utf8'),
      ),
    );
    expect(makers).toEqual([]);
  });
});
