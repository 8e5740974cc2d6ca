import { columns, rowsOf } from './data.ts';
import type { Edition, ViewContext } from './views.ts';

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t]/;

/**
 * A table as RFC 4180 describes it, with the mark by which spreadsheets know UTF-8. Dutch spreadsheets part
 * columns by a semicolon, others by a comma.
 */
export function toCsv(edition: Edition, context: ViewContext): string {
  const separator = context.locale === 'nl' ? ';' : ',';
  const cell = (text: string): string => {
    const safe = formula.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map((column) => context.t(`mindmap.column.${column}`)),
    ...rowsOf(edition, context).map((row) => columns.map((column) => row[column])),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(separator)).join('\r\n')}\r\n`;
}
