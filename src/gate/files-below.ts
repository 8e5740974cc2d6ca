import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

/** Every file below a folder: its path in that folder with slashes, in order of code units. No folders, no links. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(byCodeUnit);
}
