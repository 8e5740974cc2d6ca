import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../lib/content/json-schemas.ts';

/** `npm run schemas`: writes .schemas/ anew from the zod schemas. A test fails when it is behind. */
const folder = join(process.cwd(), '.schemas');
await mkdir(folder, { recursive: true });
for (const { name, text } of jsonSchemas()) await writeFile(join(folder, name), text);
console.log(`Wrote ${String(jsonSchemas().length)} schemas to .schemas/`);
