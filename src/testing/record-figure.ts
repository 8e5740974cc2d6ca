import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

const folder = join(process.cwd(), 'test-results/figures');

/** Keeps what a test measured, for `npm run figures`. The threat comes first, so that figures come in its order: 'T08 lengths of pages'. */
export function recordFigure(name: string, value: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.json`), JSON.stringify({ name, value }));
}

/** What the last tests measured, in the order of their names. */
export function recordedFigures(): { name: string; value: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string; value: string })
    .sort((a, b) => byCodeUnit(a.name, b.name));
}
