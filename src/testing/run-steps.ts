import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Step {
  readonly name: string;
  /** Arguments for the Node that runs this: a script and what it takes. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** JSON report to read counts from; a step without one counts as one test. */
  readonly report?: { readonly file: string; readonly read: (report: unknown) => Counts };
  /** Whether what follows makes no sense when this fails. */
  readonly isNeeded?: boolean;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
}

/** Runs steps one after another, each to its end, and adds up their tests. */
export async function runSteps(steps: readonly Step[]): Promise<Counts> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    if (step.report) {
      mkdirSync(dirname(step.report.file), { recursive: true });
      rmSync(step.report.file, { force: true });
    }
    const isGood = await runNode(step);
    const counts = countsOf(step, isGood);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped ?? 0;
    console.log(`   ${step.name}: ${String(counts.passed)} passed, ${String(counts.failed)} failed`);
    if (!isGood && step.isNeeded) break;
  }
  return total;
}

/** A runner that ended badly failed at least once, whatever its report says. */
function countsOf({ report }: Step, isGood: boolean): Counts {
  if (!report) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  if (!existsSync(report.file)) return { passed: 0, failed: 1 };
  const counts = report.read(JSON.parse(readFileSync(report.file, 'utf8')));
  return isGood ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

function runNode({ args, env = {} }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.once(signal, pass);
    // A step that ended listens no more.
    child.once('close', () => {
      for (const signal of signals) process.off(signal, pass);
    });
    child.on('error', () => {
      resolve(false);
    });
    child.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}
