import sharp from 'sharp';
import { linkCode } from '../lib/link-code/link-code.ts';
import { site } from '../site.ts';

/** The address that the code opens: the page on which one chooses a language. */
export const linkAddress = `${site.origin}${site.base.replace(/\/$/, '')}/`;

/** The code as SVG, to print at any size. */
export const linkCodeSvg = (): string => linkCode(linkAddress);

/** The code as PNG of 1024 pixels, for a site or a document. */
export async function linkCodePng(): Promise<Uint8Array> {
  return sharp(Buffer.from(linkCodeSvg()), { density: 600 })
    .resize(1024, 1024, { kernel: 'nearest' })
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .toBuffer();
}
