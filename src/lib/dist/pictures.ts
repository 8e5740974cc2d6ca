/** Why a picture may not be in `dist/`, in Dutch; nothing when it may, or when the file is no picture. */
export function pictureFaults(bytes: Uint8Array): string[] {
  if (startsWith(bytes, '\u0089PNG\r\n')) return pngFaults(bytes);
  if (startsWith(bytes, '\u00FF\u00D8\u00FF')) return jpegFaults(bytes);
  if (startsWith(bytes, 'RIFF') && textAt(bytes, 8) === 'WEBP') return webpFaults(bytes);
  const other = otherKind(bytes);
  return other === undefined
    ? []
    : [`een afbeelding van een soort die wij niet nakijken (${other}): maak er een PNG van`];
}

/** What draws a PNG. Any other part tells something beside the picture: words, a day, a place. */
const drawing = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'pHYs', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD']);

function pngFaults(bytes: Uint8Array): string[] {
  const view = viewOf(bytes);
  let at = 8;
  const faults: string[] = [];
  while (at + 12 <= bytes.length) {
    const kind = textAt(bytes, at + 4);
    if (!drawing.has(kind)) faults.push(inPicture(kind));
    at += 12 + view.getUint32(at);
    if (kind === 'IEND') return at === bytes.length ? faults : [...faults, behindPicture];
  }
  return [...faults, 'een afbeelding die niet af is'];
}

/** Parts of a JPEG that hold words or places: APP1 to APP15 but Adobe's note on colours, and comments. */
function jpegFaults(bytes: Uint8Array): string[] {
  const view = viewOf(bytes);
  const faults: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return faults;
    const isNote = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (isNote) faults.push(inPicture(marker === 0xfe ? 'COM' : `APP${String(marker - 0xe0)}`));
    at += 2 + view.getUint16(at + 2);
  }
  return [...faults, 'een afbeelding die niet af is'];
}

const pictureOfWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function webpFaults(bytes: Uint8Array): string[] {
  const view = viewOf(bytes);
  const faults: string[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = textAt(bytes, at);
    if (!pictureOfWebp.has(kind)) faults.push(inPicture(kind));
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return faults;
}

function otherKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 'GIF8')) return 'GIF';
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'TIFF';
  if (startsWith(bytes, '\0\0\u0001\0')) return 'ICO';
  if (textAt(bytes, 4) === 'ftyp') return 'AVIF, HEIC of film';
  return undefined;
}

const inPicture = (part: string): string => `een afbeelding met gegevens erin die niemand ziet (${part})`;
const behindPicture = 'een afbeelding met gegevens erachter die niemand ziet';
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const startsWith = (bytes: Uint8Array, text: string): boolean => textAt(bytes, 0, text.length) === text;
