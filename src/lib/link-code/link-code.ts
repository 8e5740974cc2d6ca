import { encode } from 'uqr';

/** Modules of quiet space around the code, as ISO/IEC 18004 asks. */
const quiet = 4;

/**
 * A QR code as an SVG of black squares on white. Error correction M, so that it still reads when a
 * corner of the print is worn.
 */
export function linkCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${String(x + quiet)} ${String(y + quiet)}h1v1h-1z`] : [])),
  );
  const side = String(size + 2 * quiet);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path d="${squares.join('')}"/>`,
    '</svg>',
    '',
  ].join('\n');
}
