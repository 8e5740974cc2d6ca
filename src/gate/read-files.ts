import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '../domain/problem.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

/** Files an operating system or an editor leaves behind; never content. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Far above any text of ours; below what would keep a check busy. */
const largestFile = 200_000;

/**
 * Every file below `content/` of a project, as text with a path from the top of the project. Files of
 * unknown kinds are read too: the check tells that nothing claims them. A link or a huge file is named
 * without being read.
 */
export async function readContentFiles(project: string): Promise<ContentFile[]> {
  const entries = await readdir(join(project, 'content'), { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => !entry.isDirectory() && !litter.has(entry.name));
  const files = await Promise.all(
    found.map(async (entry): Promise<ContentFile> => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(project.length).replaceAll('\\', '/').replace(/^\//, '');
      if (!entry.isFile()) return { path: name, text: '', unreadable: 'link' };
      if ((await stat(path)).size > largestFile) return { path: name, text: '', unreadable: 'size' };
      return { path: name, text: await readFile(path, 'utf8') };
    }),
  );
  return files.sort((a, b) => byCodeUnit(a.path, b.path));
}
