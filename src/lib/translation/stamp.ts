import type { Locale } from '../../domain/locales.ts';
import type { TextKind } from '../../domain/kinds.ts';
import { translationField, type UnitKey } from '../../domain/translation.ts';
import { fileOf } from '../content/load-content.ts';

/** The file in which a text stands in a language. */
export function fileOfUnit(unit: UnitKey, locale: Locale): string {
  const [kind = '', ...rest] = unit.split('/');
  const id = rest.join('/');
  if (kind === 'pages') return fileOf.page(locale, id);
  if (kind === 'interface') return fileOf.interface(locale);
  if (kind === 'activity-labels') return fileOf.activityLabels(locale);
  return fileOf.text(locale, kind as TextKind, id);
}

/** A translation's file with what it says of itself; the rest of the file stays as it was, letter for letter. */
export function stamped(file: string, unit: UnitKey, fields: Readonly<Record<string, string>>): string {
  if (unit.startsWith('interface/')) {
    const { [translationField]: said = {}, ...strings } = JSON.parse(file) as Record<string, object>;
    const all = { ...said, [unit.slice('interface/'.length)]: fields };
    return `${JSON.stringify({ ...strings, [translationField]: all }, null, 2)}\n`;
  }
  const line = `${translationField}: { ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${name === 'of' ? `'${value}'` : value}`)
    .join(', ')} }`;
  const lines = file.split('\n');
  const end = unit.startsWith('pages/') ? lines.indexOf('---', 1) : lines.length;
  const at = lines.findIndex((one, index) => index < end && one.startsWith(`${translationField}:`));
  if (at !== -1) lines[at] = line;
  else lines.splice(unit.startsWith('pages/') ? end : 0, 0, line);
  return lines.join('\n');
}
