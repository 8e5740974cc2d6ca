import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const version = '1.4.8';
/** Checksum of the package, as a lock file writes it. It is no dependency: it would bring a database and a web server along. */
const integrity = 'sha512-0goue3nubqDQuIqLaQWRUa7iNsgTOwIlJdqbiC8sO7PxqwmpdQJo9Q8GCvXkcp7s35yGj9X/RGkZ4iIBZoYHxw==';

/** One answer of a server, as MDN's HTTP Observatory looks at it. */
export interface ObservedAnswer {
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the plain address answered with, and where one came by following it. */
  readonly redirects: readonly { readonly url: URL; readonly status: number }[];
}

/** What the Observatory makes of an answer: its score, and the tests that did not pass. */
export interface ObservatoryResult {
  readonly score: number;
  readonly failed: readonly string[];
}

type Test = (requests: unknown) => { readonly pass: boolean; readonly result: string };

interface Modules {
  readonly constants: { readonly ALL_TESTS: readonly Test[] };
  readonly types: { readonly Requests: new (host: string) => Record<string, Record<string, unknown>> };
  readonly grader: { readonly getScoreModifier: (result: string) => number };
  readonly charts: { readonly MINIMUM_SCORE_FOR_EXTRA_CREDIT: number };
}

/**
 * The judge of MDN's HTTP Observatory (algorithm 4), its own test functions on an answer that we fetched.
 * Fetches its package from the registry once, into `cache`, and checks it. Throws when it cannot.
 */
export async function observatory(cache: string): Promise<(answer: ObservedAnswer) => ObservatoryResult> {
  const folder = join(cache, `observatory-${version}`);
  if (!existsSync(folder)) unpack(cache, folder);
  const load = async <Module>(path: string): Promise<Module> =>
    (await import(pathToFileURL(join(folder, 'src', path)).href)) as Module;
  const modules: Modules = {
    constants: await load('constants.js'),
    types: await load('types.js'),
    grader: await load('grader/grader.js'),
    charts: await load('grader/charts.js'),
  };
  return (answer) => judge(modules, answer);
}

function unpack(cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  const parts = mkdtempSync(join(cache, 'part-'));
  const packed = spawnSync('npm', ['pack', `@mdn/mdn-http-observatory@${version}`, '--pack-destination', parts], {
    encoding: 'utf8',
    // A package's own scripts do not run, and what npm says of itself is not looked at.
    env: { ...process.env, npm_config_ignore_scripts: 'true' },
  });
  const archive = join(parts, `mdn-mdn-http-observatory-${version}.tgz`);
  if (!existsSync(archive)) throw new Error(`npm could not fetch the Observatory's tests:\n${packed.stderr}`);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Error(`The Observatory's package has the checksum ${found}`);
  const opened = spawnSync('tar', ['-xzf', archive, '-C', parts], { encoding: 'utf8' });
  if (opened.status !== 0) throw new Error(opened.stderr);
  // The list of preloaded domains, which its installation would fetch. No test host is on it.
  writeFileSync(join(parts, 'package/conf/hsts-preload.json'), '{}');
  // What it fetches with, which its tests only name as a type.
  writeFileSync(join(parts, 'package/src/retriever/session.js'), 'export class Session {}\n');
  renameSync(join(parts, 'package'), folder);
  rmSync(parts, { recursive: true, force: true });
}

/** As the Observatory's own scan adds up, without its fetching. */
function judge({ constants, types, grader, charts }: Modules, answer: ObservedAnswer): ObservatoryResult {
  const requests = new types.Requests(answer.url.hostname);
  const response = { status: answer.status, headers: answer.headers, verified: true, httpEquiv: new Map() };
  Object.assign(requests['responses'] ?? {}, {
    auto: response,
    https: response,
    http: { status: answer.redirects.at(-1)?.status, headers: {}, verified: true },
    cors: response,
    httpRedirects: answer.redirects,
    httpsRedirects: [answer.redirects.at(-1)],
  });
  Object.assign(requests['resources'] ?? {}, { path: answer.body });
  Object.assign(requests, { session: { url: answer.url, jar: undefined } });
  const results = constants.ALL_TESTS.map((test) => test(requests));
  const modifiers = results.map(({ result }) => grader.getScoreModifier(result));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const plain = 100 + sum(modifiers.filter((value) => value < 0));
  return {
    score: plain >= charts.MINIMUM_SCORE_FOR_EXTRA_CREDIT ? 100 + sum(modifiers) : plain,
    failed: results.filter(({ pass }) => !pass).map(({ result }) => result),
  };
}
