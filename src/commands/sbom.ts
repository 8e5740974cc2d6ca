import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from '../gate/bill-of-materials.ts';

/** `npm run sbom`: every package with its version, licence and checksum, into deploy/sbom.cdx.json (CycloneDX). */
const folder = join(process.cwd(), 'deploy');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sbom.cdx.json'), billOfMaterials(process.cwd()));
console.log('deploy/sbom.cdx.json');
