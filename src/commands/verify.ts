import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifySite } from '../gate/verify-site.ts';
import { manifestName, readManifest } from '../lib/delivery/manifest.ts';
import { site } from '../site.ts';

/**
 * `npm run verify -- https://…`: asks a live copy for every file, and says which differ from the manifest
 * of the built folder (`--manifest FILE` for another, such as a signed one). Exit code 1 when any does,
 * 2 when it could not begin.
 */
const { values, positionals } = parseArgs({ options: { manifest: { type: 'string' } }, allowPositionals: true });
const manifest = values.manifest ?? join(process.cwd(), 'dist', manifestName);
const [address = ''] = positionals;

if (!/^https?:\/\/[^/]+\/?$/.test(address) || !existsSync(manifest)) {
  console.error(
    existsSync(manifest)
      ? 'Say which copy: npm run verify -- https://www.example.nl'
      : `There is no ${manifest}. Run npm run build first, or name a manifest with --manifest FILE.`,
  );
  process.exit(2);
}

const entries = readManifest(readFileSync(manifest, 'utf8'));
const different = await verifySite(new URL(address), site.base, entries);
for (const { path, what } of different) console.log(`${path}: ${what}`);
console.log(`${String(entries.length)} files compared, ${String(different.length)} different`);
process.exitCode = different.length > 0 ? 1 : 0;
