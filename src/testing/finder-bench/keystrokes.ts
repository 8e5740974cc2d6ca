import { chromium, type Browser } from '@playwright/test';
import { isTooShort } from '../../lib/finder/words.ts';

/** What is put in the place of the site's own files, to try another engine on the same page. */
export interface Trial {
  readonly name: string;
  readonly script: string;
  readonly model: Uint8Array;
}

/** Milliseconds that half of the keystrokes stay below, and all but one of twenty. */
export interface Milliseconds {
  readonly p50: number;
  readonly p95: number;
}

/** Milliseconds of one keystroke; on a page, the longest time that nothing else could happen, not even the next key. */
export interface Speed extends Milliseconds {
  readonly name: string;
  readonly keystrokes: number;
  /** Where a page was typed on, which shows the answer bit by bit when no other key comes. */
  readonly page?: {
    /** Until the answer is found, and nothing shows yet. */
    readonly found: Milliseconds;
    readonly inAll: Milliseconds;
  };
}

/** How many times slower Chromium's processor is made. */
const slower = 4;
/** What the page puts off for less than this, in milliseconds, belongs to showing the answer. */
const atOnce = 200;

/**
 * Types every question letter by letter on the page of the finder. One keystroke is reading, ranking and
 * showing with its layout, without painting. The page does it in bits, between which the next key is heard, and the
 * longest of them counts. Letters that are too few for an answer are typed and not counted. All trials take turns
 * question by question, so that a busy machine is as busy for each.
 */
export async function typeAll(
  executablePath: string,
  page: string,
  trials: readonly Trial[],
  questions: readonly string[],
): Promise<Speed[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const runs = [];
    for (const trial of trials)
      runs.push({ name: trial.name, type: await openFor(browser, page, trial), took: [] as number[][] });
    for (const question of questions) for (const { type, took } of runs) took.push(...(await type(question)));
    return runs.map(({ name, took }) => ({
      ...speedOf(
        name,
        took.map((bits) => Math.max(...bits)),
      ),
      page: {
        found: centiles(took.map(([now = Number.NaN]) => now)),
        inAll: centiles(took.map((bits) => bits.reduce((sum, bit) => sum + bit, 0))),
      },
    }));
  } finally {
    await browser.close();
  }
}

export function speedOf(name: string, took: readonly number[]): Speed {
  return { name, ...centiles(took), keystrokes: took.length };
}

function centiles(took: readonly number[]): Milliseconds {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Gives a function that types one question and gives the milliseconds of each bit of each of its keystrokes. */
async function openFor(
  browser: Browser,
  address: string,
  { script, model }: Trial,
): Promise<(question: string) => Promise<number[][]>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  // The headers and the page let in no script but their own; here it may be another.
  await page.route(address, async (route) => {
    const body = (await (await route.fetch()).text()).replaceAll(/ integrity="[^"]*"/g, '');
    await route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await page.route('**/assets/HelpFinder*.js', (route) =>
    route.fulfill({ body: script, contentType: 'text/javascript' }),
  );
  await page.route('**/words/*.bin', (route) =>
    route.fulfill({ body: Buffer.from(model), contentType: 'application/octet-stream' }),
  );
  await page.goto(address);
  const field = page.locator('#finder-text');
  await field.fill('test');
  await page.locator('.finder-cards > li').first().waitFor();
  const session = await context.newCDPSession(page);
  const type = async (question: string): Promise<number[][]> => {
    // Only while it is its turn: a page that is slowed keeps a processor busy also when it has nothing to do.
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const took = await field.evaluate(
      (input: HTMLInputElement, { text, soon }) => {
        const waiting: (() => void)[] = [];
        const timer = window.setTimeout.bind(window);
        // What the page puts off a little is done right after the keystroke, each bit under a clock of its own.
        window.setTimeout = ((then: () => void, after: number) => {
          if (after >= soon) return timer(then, after);
          waiting.push(then);
          return 0;
        }) as typeof window.setTimeout;
        const timed = (work: () => void): number => {
          const from = performance.now();
          work();
          document.body.getBoundingClientRect();
          return performance.now() - from;
        };
        const all = Array.from(text, (_, place) => {
          const bits = [
            timed(() => {
              input.value = text.slice(0, place + 1);
              input.dispatchEvent(new Event('input', { bubbles: true }));
            }),
          ];
          for (let then = waiting.shift(); then; then = waiting.shift()) bits.push(timed(then));
          return bits;
        });
        window.setTimeout = timer;
        return all;
      },
      { text: question, soon: atOnce },
    );
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return took.filter((_, place) => !isTooShort(question.slice(0, place + 1)));
  };
  // Once to warm up, so that no engine pays for being the first.
  await type((await page.locator('.finder-chip').first().textContent()) ?? '');
  return type;
}
