import { join } from 'node:path';
import { createSiteServer } from '../../src/server/site-server.ts';
import { site } from '../../src/site.ts';
import { project } from '../fixtures/project.ts';

/** Serves dist/ for the browser tests, as `npm start` does. */
const server = await createSiteServer({ dist: join(project, 'dist'), base: site.base });
server.listen(Number(process.argv[2]));
