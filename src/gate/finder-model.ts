import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content } from '../domain/content.ts';
import type { Locale } from '../domain/locales.ts';
import type { ToLearn } from '../lib/finder/lessons.ts';
import type { Meanings } from '../lib/finder/meanings.ts';
import { finderLocaleOf, finderLocales, toLearn } from '../lib/finder/to-learn.ts';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';
import type { FinderTask } from './finder-worker.ts';

/** Where what was learned is kept: FINDER_CACHE, else below node_modules. */
const cacheOf = (project: string): string => process.env['FINDER_CACHE'] ?? join(project, 'node_modules/.cache/finder');

/** What is being learned, by its file: who asks while it is learned waits for the same. */
const learning = new Map<string, Promise<void>>();

/**
 * The model of the finder for the pages of one language, as bytes. Learning takes minutes, so what was
 * learned is kept below node_modules, under a name made of everything it depends on: the content and the
 * finder's own code. The same input gives the same bytes, kept or not. `pages` says which models are learned
 * when this one is not there yet: those of all languages, or this one only.
 */
export async function finderModel(
  project: string,
  content: Content,
  locale: Locale,
  pages: 'all' | 'this' = 'all',
): Promise<Uint8Array> {
  const stamp = await stampOf(project, content);
  const own = finderLocaleOf(content, locale);
  const fileOf = (of: Locale) => join(cacheOf(project), `${edition(stamp, of)}.bin`);
  const kept = await readFile(fileOf(own)).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const wanted = pages === 'this' ? [own] : finderLocales(content);
  const name = `${wanted.join()} ${fileOf(own)}`;
  const pending = learning.get(name) ?? learnAll(project, content, stamp, wanted, fileOf);
  learning.set(name, pending);
  await pending;
  return new Uint8Array(await readFile(fileOf(own)));
}

/** The name of the model that belongs to this content: a page asks for it by this name. */
export async function finderEdition(project: string, content: Content, locale: Locale): Promise<string> {
  return edition(await stampOf(project, content), finderLocaleOf(content, locale));
}

const edition = (stamp: string, locale: Locale): string => `${locale}-${stamp}`;

/** Learns every language, and writes the models of the wanted ones. Languages are learned side by side. */
async function learnAll(
  project: string,
  content: Content,
  stamp: string,
  wanted: readonly Locale[],
  fileOf: (of: Locale) => string,
): Promise<void> {
  const given = toLearn(content);
  const [first = '', ...others] = given.locales;
  const workers = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), others.length)) },
    () => new Worker(join(project, 'src/gate/finder-worker.ts'), { workerData: given satisfies ToLearn }),
  );
  try {
    const [source] = await shareOut<Meanings>(workers, [{ locale: first }]);
    const rest = await shareOut<Meanings>(
      workers,
      others.map((locale) => ({ locale, ...(source ? { source } : {}) })),
    );
    const meanings = new Map([source!, ...rest].map((one, index) => [given.locales[index]!, one]));
    const models = await shareOut<Uint8Array>(
      workers,
      wanted.map((locale) => ({ locale, meanings, edition: edition(stamp, locale) })),
    );
    await mkdir(cacheOf(project), { recursive: true });
    for (const [index, locale] of wanted.entries()) {
      // Written under another name first: who reads at the same time never gets half a file.
      const draft = `${fileOf(locale)}.${String(process.pid)}`;
      await writeFile(draft, models[index]!);
      await rename(draft, fileOf(locale));
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives each worker the next task as soon as it is free. The answers stand in the order of the tasks. */
async function shareOut<T>(workers: readonly Worker[], tasks: readonly FinderTask[]): Promise<T[]> {
  const answers: T[] = [];
  const waiting = [...tasks.entries()];
  await Promise.all(
    workers.map(async (worker) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [place, task] = next;
        const answer = answerOf<T>(worker);
        worker.postMessage(task);
        answers[place] = await answer;
      }
    }),
  );
  return answers;
}

/** The next message of a worker. Fails when it breaks down or stops. */
function answerOf<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    // Taken away one by one: all at once would take those away by which Node hears the worker at all.
    const end = (): void => {
      worker.off('message', done).off('error', failed).off('exit', stopped);
    };
    const done = (message: T): void => {
      end();
      resolve(message);
    };
    const failed = (error: unknown): void => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const stopped = (code: number): void => {
      failed(new Error(`A worker of the finder stopped with code ${String(code)}.`));
    };
    worker.on('message', done).on('error', failed).on('exit', stopped);
  });
}

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
