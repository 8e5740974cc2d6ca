import { fullText, type FileSums } from '../../domain/full-text.ts';

/** What is known of a search page only when all is built. */
export interface Finish {
  /** Checksum of the script by its address, as `integrity` writes it. */
  readonly integrity: (address: string) => string;
  /** Checksums of what that script may load. */
  readonly files: FileSums;
  /** Bytes the page loads to search, its script included. */
  readonly bytes: number;
}

const script = /<script type="module" src="([^"]+)"><\/script>/g;

/** Addresses of the scripts of a built page that are files. */
export function scriptsOf(html: string): string[] {
  return [...html.matchAll(script)].map((match) => match[1] ?? '');
}

/**
 * A built search page with the checksums of its script, which the headers ask for, and
 * of what that loads, and with what all of it weighs.
 */
export function finishPage(html: string, { integrity, files, bytes }: Finish): string {
  const size = `${String(Math.ceil(bytes / 10_000) * 10)} kB`;
  return html
    .replaceAll(
      script,
      (_, src: string) => `<script type="module" src="${src}" integrity="${integrity(src)}"></script>`,
    )
    .replaceAll(fullText.filesMark, JSON.stringify(files).replaceAll('"', '&quot;'))
    .replaceAll(fullText.sizeMark, size);
}
