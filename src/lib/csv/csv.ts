/** Lines as RFC 4180 writes them: commas, CRLF at the end of each, quotes only where they are needed. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/**
 * A cell that a spreadsheet takes for words, whatever it begins with. A cell that begins with =, +, - or @
 * is a formula to some programs, and could send what stands beside it elsewhere; an apostrophe prevents it.
 */
export function plainCell(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}

/** Whether a spreadsheet may take a cell for a formula. */
export function startsFormula(text: string): boolean {
  return /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r\n]/.test(text);
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
