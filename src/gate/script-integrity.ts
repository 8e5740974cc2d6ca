import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from './files-below.ts';

const script = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * Writes into every page the checksum of each script it loads: the headers allow only scripts by their
 * checksum. A script that imports another file could not run, so that stops the build.
 */
export function scriptIntegrity(): AstroIntegration {
  let base = '/';
  return {
    name: 'script-integrity',
    hooks: {
      'astro:config:setup': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const sums = new Map<string, string>();
        for (const name of (await filesBelow(dist)).filter((file) => file.endsWith('.html'))) {
          const page = join(dist, name);
          const html = await readFile(page, 'utf8');
          const sources = [...html.matchAll(script)].map((match) => match[1] ?? '');
          if (sources.length === 0) continue;
          for (const source of sources)
            if (!sums.has(source)) sums.set(source, await sumOf(dist, source.slice(base.length)));
          await writeFile(
            page,
            html.replaceAll(
              script,
              (_, source: string) =>
                `<script type="module" src="${source}" integrity="${sums.get(source) ?? ''}"></script>`,
            ),
          );
        }
      },
    },
  };
}

async function sumOf(dist: string, path: string): Promise<string> {
  const code = await readFile(join(dist, path), 'utf8');
  if (/\bfrom\s*["']\.{0,2}\/|\bimport\s*["'(]/.test(code))
    throw new Error(`${path} imports another file; a page allows only scripts that it names itself.`);
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}
