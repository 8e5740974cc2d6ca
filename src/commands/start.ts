import { join } from 'node:path';
import { offeredLocales } from '../domain/locales.ts';
import { buildSite } from '../gate/build-site.ts';
import { filesBelow } from '../gate/files-below.ts';
import { createSiteServer } from '../server/site-server.ts';
import { site } from '../site.ts';

/** `npm start`: builds the production site and serves it, with production's headers. */
const project = process.cwd();
const port = Number(process.env.PORT ?? '4321');

console.log('Checking content and building …');
const report = await buildSite(project);
if (!report) {
  console.error('\nNot built, so not served. What is above says where and how to mend it.');
  process.exit(1);
}

const dist = join(project, 'dist');
const files = (await filesBelow(dist)).filter((file) => file.endsWith('.html'));
const { counts, warnings, open } = report;
const rows: [string, string | number][] = [
  ...offeredLocales.map((locale): [string, number] => [
    `pages in ${locale}`,
    files.filter((file) => file.startsWith(locale)).length,
  ]),
  ...Object.entries(counts).filter(([name]) => !name.startsWith('pages')),
  ['warnings', warnings.length],
  ['still open (npm run check)', open.length],
];
const width = Math.max(...rows.map(([name]) => name.length));
console.log(`\n${rows.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(4)}`).join('\n')}\n`);

const server = await createSiteServer({ dist, base: site.base });
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${String(port)} is in use. Choose another: PORT=4322 npm start` : error.message,
  );
  process.exit(1);
});
server.listen(port, () => {
  const address = server.address();
  const given = typeof address === 'object' && address ? address.port : port;
  console.log(`Ready: http://localhost:${String(given)}${site.base}\nCtrl-C stops it.`);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
