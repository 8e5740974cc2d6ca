import { buildSite } from '../gate/build-site.ts';

/** `npm run build`: the site, into an emptied dist/. Exit 1 and no dist/ when it is not fit to show. */
const built = await buildSite(process.cwd());
process.exitCode = built ? 0 : 1;
