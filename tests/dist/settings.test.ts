import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullText, type PageTable } from '../../src/domain/full-text.ts';
import { htmlStrings } from '../../src/lib/dist/html-strings.ts';
import { createSiteServer } from '../../src/server/site-server.ts';
import { copyProject, type ProjectCopy } from '../fixtures/project-copy.ts';
import { plainEnv } from '../fixtures/plain-env.ts';

let copy: ProjectCopy;

beforeAll(() => {
  copy = copyProject();
});

afterAll(() => {
  copy.remove();
});

/** An invented language: one page and the name of the site are translated, nothing else. */
function addInvented(): void {
  const { status, output } = copy.run('add-language', ['qaa']);
  expect(status, output).toBe(0);
  const table = join(copy.folder, 'src/domain/locales.ts');
  const text = readFileSync(table, 'utf8');
  expect(text).toContain("qaa: { ownName: 'Qaa', dir: 'ltr', letters: 'latin-ext', offered: false");
  writeFileSync(table, text.replace(/(qaa: .*)offered: false/, '$1offered: true').replace(/(qaa: .*)'ltr'/, "$1'rtl'"));
  writeFileSync(join(copy.folder, 'content/interface/qaa.json'), '{ "site": { "name": "Bezij di" } }\n');
  const nl = readFileSync(join(copy.folder, 'content/pages/nl/about/safely.mdx'), 'utf8');
  // Words of the invented language; blocks, links, names and digits stay, as the check wants.
  const body = nl
    .slice(nl.indexOf('\n---\n') + 5)
    .split(/(<[^>]*>|\]\([^)]*\))/)
    .map((part, place) => (place % 2 === 1 ? part : part.replaceAll(/(?<!\p{L})\p{Ll}{2,}/gu, 'bla')))
    .join('');
  mkdirSync(join(copy.folder, 'content/pages/qaa/about'), { recursive: true });
  writeFileSync(
    join(copy.folder, 'content/pages/qaa/about/safely.mdx'),
    `---\ntitle: Veilij hij\ntabTitle: Veilij\ndescription: Zo kijk-ie veilij.\n---\n${body}`,
  );
  const made = copy.run('translations', ['--made', 'qaa', 'pages/about/safely']);
  expect(made.status, made.output).toBe(0);
}

const dist = (): string => join(copy.folder, 'dist');
const built = (path: string): string => readFileSync(join(dist(), path, 'index.html'), 'utf8');

describe('a path prefix, and a language that is new', () => {
  beforeAll(() => {
    addInvented();
    const { status, output } = copy.withFile(
      'src/site.ts',
      (text) => text.replace("base: '/'", "base: '/help'"),
      () => copy.run('build'),
    );
    expect(status, output).toBe(0);
  });

  it('a translated page is in its language, with the interface of its fallback, and says a machine made it', () => {
    const page = built('qaa/about/safely');
    expect(page).toContain('<html lang="qaa" dir="rtl" data-letters="latin-ext">');
    expect(page).toContain('Bezij di');
    expect(page).toMatch(/<main id="main" tabindex="-1">/);
    expect(page).toContain('No native speaker has checked it yet.');
    expect(page).not.toContain('rel="canonical"');
  });

  it('a page that is missing stands at its address in the first fallback, says so, and belongs elsewhere', () => {
    const page = built('qaa/work/check');
    expect(page).toContain('<html lang="qaa" dir="rtl" data-letters="latin-ext">');
    expect(page).toMatch(/<main id="main" tabindex="-1" lang="en" dir="ltr">/);
    expect(page).toMatch(/<p class="notice" lang="qaa" dir="rtl">\s*This page is not there in your language yet/);
    expect(page).toMatch(/<link rel="canonical" href="https:\/\/[^"]*\/help\/en\/work\/check\/"/);
    expect(built('qaa/professionals/directory')).toMatch(/<main[^>]* lang="en" dir="ltr">/);
  });

  it('what fell back is not searched, and not listed as a page of that language', () => {
    const table = JSON.parse(readFileSync(join(dist(), fullText.folder, 'qaa.json'), 'utf8')) as PageTable;
    const addresses = Object.values(table).map(({ address }) => address);
    expect(addresses).toContain('/help/qaa/about/safely/');
    expect(addresses).not.toContain('/help/qaa/work/check/');
    const sitemap = readFileSync(join(dist(), 'sitemap.xml'), 'utf8');
    expect(sitemap).toMatch(/hreflang="qaa" href="[^"]*\/help\/qaa\/about\/safely\/"/);
    expect(sitemap).not.toContain('/help/qaa/work/check/');
    expect(sitemap).toContain('/help/en/work/check/');
  });

  it('the finder answers with what its fallback learned', () => {
    const model = (locale: string) => readFileSync(join(dist(), `words/${locale}.bin`));
    expect(model('qaa').equals(model('en'))).toBe(true);
  });

  it('the report says what is missing', () => {
    const { stdout } = copy.run('translations', ['--json']);
    const report = JSON.parse(stdout) as { locale: string; states: { unit: string; state: string }[] }[];
    const states = report.find(({ locale }) => locale === 'qaa')?.states ?? [];
    expect(states.find(({ unit }) => unit === 'pages/about/safely')?.state).toBe('machine');
    expect(states.find(({ unit }) => unit === 'pages/work/check')?.state).toBe('missing');
  });

  it('the prefix is one setting: every link, style and icon stands below it, and the server serves it there', async () => {
    const folder = dist();
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    const inside = pages.flatMap((file) =>
      htmlStrings(readFileSync(join(folder, file), 'utf8'))
        .attributes.filter(
          ({ name, value }) => (name === 'href' || name === 'src') && !/^(?:https:|tel:|mailto:|#)/.test(value),
        )
        .map(({ value }) => value),
    );
    expect(inside.length).toBeGreaterThan(1000);
    expect(inside.filter((href) => !href.startsWith('/help/'))).toEqual([]);

    const table = JSON.parse(readFileSync(join(folder, fullText.folder, 'nl.json'), 'utf8')) as PageTable;
    expect(Object.values(table).filter(({ address }) => !address.startsWith('/help/nl/'))).toEqual([]);
    expect(readFileSync(join(folder, 'nl', fullText.page, 'index.html'), 'utf8')).toContain(
      `data-folder="/help/${fullText.folder}/"`,
    );

    const server = await createSiteServer({ dist: folder, base: '/help' });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const address = server.address();
    const origin = `http://localhost:${String(typeof address === 'object' && address ? address.port : 0)}`;
    const answers = await Promise.all(
      [...new Set(inside)].map(async (href) => ({ href, status: (await fetch(`${origin}${href}`)).status })),
    );
    expect(answers.filter(({ status: code }) => code !== 200)).toEqual([]);
    expect((await fetch(`${origin}/nl/`)).status).toBe(404);
    expect((await fetch(`${origin}/helpless/`)).status).toBe(404);
    server.close();
  });
});

describe('the server', () => {
  it('never leads to another site or out of the folder', async () => {
    const server = await createSiteServer({ dist: join(copy.folder, 'src'), base: '/' });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const address = server.address();
    const origin = `http://localhost:${String(typeof address === 'object' && address ? address.port : 0)}`;
    for (const path of [
      '//evil.example/..%2fpages',
      '/%2fevil.example/..%2fpages',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/pages/..%5c..%5cpackage.json',
      '/%00',
      '/%ff',
      '/a%0d%0aX: y/',
    ]) {
      const answer = await fetch(`${origin}${path}`, { redirect: 'manual' }).catch(() => undefined);
      expect(answer?.status ?? 404, path).toBeGreaterThanOrEqual(400);
      expect(answer?.headers.get('location') ?? null, path).toBeNull();
    }
    expect((await fetch(`${origin}/site.ts`, { method: 'POST' })).status).toBe(405);
    server.close();
  });
});

describe('npm run dev', () => {
  it('shows an edit, answers with the mistake while there is one, and comes back when it is mended', async () => {
    const port = 4391;
    const child = spawn(process.execPath, [join(copy.folder, 'src/run.mjs'), 'dev'], {
      cwd: copy.folder,
      env: plainEnv({ PORT: String(port) }),
      detached: true,
      stdio: 'ignore',
    });
    const page = async (): Promise<{ status: number; text: string }> => {
      const answer = await fetch(`http://localhost:${String(port)}/nl/`, { headers: { accept: 'text/html' } }).catch(
        () => undefined,
      );
      return { status: answer?.status ?? 0, text: (await answer?.text()) ?? '' };
    };
    const until = (isGood: (now: { status: number; text: string }) => boolean): Promise<unknown> =>
      expect.poll(async () => isGood(await page()), { timeout: 600_000, interval: 300 }).toBe(true);

    try {
      await until(({ status }) => status === 200);
      const words = 'content/texts/nl/doors/work.yaml';
      await copyEdit(
        words,
        (text) => text.replace('title: Ik doe dit werk', 'title: Ik doe ander werk'),
        () => until(({ text }) => text.includes('Ik doe ander werk')),
      );
      await until(({ text }) => text.includes('Ik doe dit werk'));
      await copyEdit(
        words,
        (text) => text.replace('title:', 'titel:'),
        () =>
          until(
            ({ status, text }) =>
              status === 500 && text.includes('Het veld &quot;titel&quot; bestaat hier niet.') && text.includes(words),
          ),
      );
      await until(({ status }) => status === 200);
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
    }
  });

  /** Like withFile, but waits for what is done while the file is changed. */
  async function copyEdit(path: string, change: (text: string) => string, then: () => Promise<unknown>): Promise<void> {
    const file = join(copy.folder, path);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, change(before));
    try {
      await then();
    } finally {
      writeFileSync(file, before);
    }
  }
});
