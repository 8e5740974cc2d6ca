import { spawnSync } from 'node:child_process';
import { byCodeUnit } from '../lib/order/by-code-unit.ts';

interface Bill {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown };
  components: { 'bom-ref': string; name: string; version: string; hashes?: unknown[] }[];
}

/**
 * What the lock file installs, as CycloneDX JSON, made by npm. What differs from run to run (a serial
 * number, the time, npm's own version) is taken out, so that two can be compared. Throws when npm cannot.
 */
export function billOfMaterials(project: string): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom:\n${stderr}`);
  const bill = JSON.parse(stdout) as Bill;
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  delete bill.metadata.tools;
  bill.components.sort((a, b) => byCodeUnit(a['bom-ref'], b['bom-ref']));
  return `${JSON.stringify(bill, null, 2)}\n`;
}
