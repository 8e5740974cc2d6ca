import { byCodeUnit } from '../order/by-code-unit.ts';

/** Name of the manifest in the built folder, and of its signature beside it. */
export const manifestName = 'manifest.sha256';
export const signatureName = `${manifestName}.sig`;

/** One file of the site: its path below the built folder, and the SHA-256 of its bytes in hex. */
export interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
}

/** A manifest as `sha256sum` writes and reads it: a line each, sorted by path. */
export function writeManifest(entries: readonly ManifestEntry[]): string {
  return [...entries]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** The entries of a manifest. Throws on a line that is none, with its number. */
export function readManifest(text: string): ManifestEntry[] {
  return text
    .split('\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1)
    .map((line, index) => {
      const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
      if (sha256 === undefined || path === undefined || path.split('/').includes('..'))
        throw new Error(`Line ${String(index + 1)} of the manifest is no "sha256  path": ${line}`);
      return { path, sha256 };
    });
}

/** How one file is asked for: its address, and the encoding that gives exactly these bytes. */
export interface Asked {
  readonly address: string;
  readonly encoding: 'br' | 'gzip' | 'identity';
}

/** Where a file of the built folder is found on a live copy below `base` ('/' or '/help'). */
export function askFor(path: string, base: string): Asked {
  const encoding = path.endsWith('.br') ? 'br' : path.endsWith('.gz') ? 'gzip' : 'identity';
  const plain = path.replace(/\.(?:br|gz)$/, '').replace(/(^|\/)index\.html$/, '$1');
  return { address: `${base.replace(/\/$/, '')}/${plain}`, encoding };
}
