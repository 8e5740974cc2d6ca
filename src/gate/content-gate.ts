import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Problem } from '../domain/problem.ts';
import { checkContent, type CheckReport } from '../lib/check/check-content.ts';
import { parseBody, splitPage } from '../lib/mdx/parse-page.ts';
import { contentFiles } from './content-files.ts';
import { givenSiteDate } from './given-site-date.ts';
import { printProblems } from './print-report.ts';
import { problemPage } from './problem-page.ts';
import { readContentFiles } from './read-files.ts';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * Stands between content and Astro. A build stops before anything is compiled. In dev every page
 * answers with the problems, in the browser, until they are mended; then it reloads.
 */
export function contentGate(): AstroIntegration {
  let project = '';
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        project = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [contentFiles(project), refuseForbiddenPages(project)] } });
        if (command === 'dev' || command === 'preview') return;
        const { errors } = await judge(project);
        if (errors.length > 0) throw new Error(`De inhoud is niet in orde.\n${printProblems(errors)}\n`);
      },
      'astro:server:setup': ({ server }) => {
        watch(server, project);
      },
    },
  };
}

async function judge(project: string): Promise<CheckReport> {
  return checkContent(await readContentFiles(project), { siteDate: givenSiteDate() });
}

/** The errors of the content as it is now. A file that vanishes while it is read is an error too, and passes. */
async function errorsIn(project: string): Promise<readonly Problem[]> {
  try {
    return (await judge(project)).errors;
  } catch (error) {
    return [
      {
        code: 'check-failed',
        severity: 'error',
        file: 'content',
        message: `Het nakijken is niet gelukt: ${String(error)}`,
        cure: 'Sla het bestand nog een keer op.',
      },
    ];
  }
}

/** Keeps the newest verdict and answers page requests with it while it is bad. */
function watch(server: Server, project: string): void {
  let verdict = errorsIn(project);
  let wasBad = false;

  const again = (path: string): void => {
    if (!path.replaceAll('\\', '/').includes('/content/')) return;
    verdict = errorsIn(project);
    void verdict.then((errors) => {
      if (errors.length > 0) {
        server.environments.client.hot.send({
          type: 'error',
          err: { message: `De inhoud is niet in orde.\n${printProblems(errors)}`, stack: '' },
        });
      } else if (wasBad) {
        server.environments.client.hot.send({ type: 'full-reload' });
      }
      wasBad = errors.length > 0;
    });
  };
  for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, again);

  server.middlewares.use((request, response, next) => {
    if (!(request.headers.accept ?? '').includes('text/html')) {
      next();
      return;
    }
    void verdict.then((errors) => {
      if (errors.length === 0) {
        next();
        return;
      }
      wasBad = true;
      response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(problemPage(errors));
    }, next);
  });
}

/**
 * The last lock: whatever asks Vite to compile an MDX file of this project, wherever a link led it,
 * the very text that is about to be compiled is read first. No order of events lets code through.
 */
function refuseForbiddenPages(project: string) {
  const root = project.replaceAll('\\', '/');
  return {
    name: 'content-gate:mdx',
    enforce: 'pre' as const,
    transform(code: string, id: string): undefined {
      const path = id.split('?')[0]?.replaceAll('\\', '/') ?? '';
      if (!path.endsWith('.mdx') || path.includes('/node_modules/') || id.includes('?raw')) return undefined;
      const file = path.startsWith(root) ? path.slice(root.length) : path;
      const split = splitPage({ path: file, text: code.replaceAll('\r\n', '\n') });
      const problems = 'problem' in split ? [split.problem] : parseBody(file, split.parts).problems;
      if (problems.length > 0) throw new Error(printProblems(problems));
      return undefined;
    },
  };
}
