import { runAstro } from '../gate/build-site.ts';

/** `npm run dev`: pages that renew while you edit; a mistake in the content shows in the browser. */
const port = process.env.PORT ?? '4321';
process.exitCode = (await runAstro(process.cwd(), ['dev', '--port', port, ...process.argv.slice(2)])) ? 0 : 1;
