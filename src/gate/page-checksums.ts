import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checksums } from '../lib/headers/headers.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import { filesBelow } from './files-below.ts';

/** Checksums of every script and inline style of a built folder, sorted, each once. */
export async function readChecksums(dist: string): Promise<Checksums> {
  const pages = (await filesBelow(dist)).filter((name) => name.endsWith('.html'));
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const page of pages) {
    const html = await readFile(join(dist, page), 'utf8');
    for (const [, attributes = '', code = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      // Linked data are no script: no browser runs them, whatever the headers say.
      if (attributes.includes('type="application/ld+json"')) continue;
      const checksum = /\sintegrity="([^"]+)"/.exec(attributes)?.[1];
      if (checksum !== undefined) scripts.add(checksum);
      else if (!/\ssrc=/.test(attributes)) scripts.add(sumOf(code));
    }
    for (const [, style = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) styles.add(sumOf(style));
  }
  return { scripts: [...scripts].sort(byCodeUnit), styles: [...styles].sort(byCodeUnit) };
}

const sumOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;
