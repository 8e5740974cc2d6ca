import { parentPort, workerData } from 'node:worker_threads';
import { buildModel } from '../lib/finder/build-model.ts';
import type { ToLearn } from '../lib/finder/lessons.ts';
import { learnMeanings, type Meanings } from '../lib/finder/meanings.ts';
import { packModel } from '../lib/finder/pack.ts';

/** What a worker is asked: to learn a language, or to make the model of a language's pages. */
export type FinderTask =
  | { readonly locale: string; readonly source?: Meanings }
  | { readonly locale: string; readonly meanings: ReadonlyMap<string, Meanings>; readonly edition: string };

const given = workerData as ToLearn;

parentPort?.on('message', (task: FinderTask) => {
  parentPort?.postMessage(
    'meanings' in task
      ? packModel(buildModel(given, task.locale, task.meanings, task.edition))
      : learnMeanings(given, task.locale, task.source),
  );
});
