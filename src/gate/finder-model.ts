import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../domain/content.ts';
import { localeCodes, type Locale } from '../domain/locales.ts';
import { buildModels } from '../lib/finder/build-model.ts';
import { packModel } from '../lib/finder/pack.ts';
import { toLearn } from '../lib/finder/to-learn.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

/**
 * The model of the finder for the pages of one language, as bytes. Learning takes a minute, so what was
 * learned is kept below node_modules, under a name made of everything it depends on: the content and the
 * finder's own code. The same input gives the same bytes, kept or not.
 */
export async function finderModel(project: string, content: Content, locale: Locale): Promise<Uint8Array> {
  const folder = join(project, 'node_modules/.cache/finder');
  const stamp = await stampOf(project, content);
  const fileOf = (of: Locale) => join(folder, `${edition(stamp, of)}.bin`);
  const kept = await readFile(fileOf(locale)).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const models = buildModels(toLearn(content), localeCodes, (of) => edition(stamp, of));
  await mkdir(folder, { recursive: true });
  for (const of of localeCodes) {
    // Written under another name first: who reads at the same time never gets half a file.
    const draft = `${fileOf(of)}.${String(process.pid)}`;
    await writeFile(draft, packModel(models[of]));
    await rename(draft, fileOf(of));
  }
  return packModel(models[locale]);
}

/** The name of the model that belongs to this content: a page asks for it by this name. */
export async function finderEdition(project: string, content: Content, locale: Locale): Promise<string> {
  return edition(await stampOf(project, content), locale);
}

const edition = (stamp: string, locale: Locale): string => `${locale}-${stamp}`;

async function stampOf(project: string, content: Content): Promise<string> {
  const folder = join(project, 'src/lib/finder');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort(byCodeUnit);
  const code = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return createHash('sha256')
    .update(JSON.stringify(toLearn(content)))
    .update(code.join('\n'))
    .digest('hex')
    .slice(0, 16);
}
