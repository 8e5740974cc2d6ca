import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '../domain/problem.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

/** Files an operating system or an editor leaves behind; never content. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Every file below `content/` of a project, as text with a path from the top of the project. Files of
 * unknown kinds are read too: the check tells that nothing claims them.
 */
export async function readContentFiles(project: string): Promise<ContentFile[]> {
  const entries = await readdir(join(project, 'content'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory() && !litter.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCodeUnit);
  return Promise.all(
    paths.map(async (path) => ({
      path: path.slice(project.length).replaceAll('\\', '/').replace(/^\//, ''),
      text: await readFile(path, 'utf8'),
    })),
  );
}
