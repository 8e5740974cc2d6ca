import type { Problem } from '../domain/problem.ts';
import type { CheckReport } from '../lib/check/check-content.ts';

/** The report as an editor reads it, in Dutch. `showOpen` lists what is open, else it is counted. */
export function printReport(report: CheckReport, showOpen: boolean): string {
  const parts = [
    ...section('FOUT', report.errors),
    ...section('LET OP', report.warnings),
    ...(showOpen ? section('OPEN', report.open) : []),
    summary(report),
  ];
  return `${parts.join('\n')}\n`;
}

/** The report as a reply under a change that was made in the browser, in Dutch. */
export function printMarkdown(report: CheckReport): string {
  const items = [...report.errors, ...report.warnings].map(
    (problem) =>
      `- ${problem.severity === 'error' ? '**Fout**' : 'Let op'} in \`${problem.file}\`${problem.line ? `, regel ${String(problem.line)}` : ''}: ${problem.message}\n  **Zo herstel je het:** ${problem.cure}`,
  );
  const heading = report.errors.length > 0 ? '### Nog niet in orde' : '### De inhoud is in orde';
  const tail =
    report.errors.length > 0
      ? 'Er is niets verloren gegaan. Verbeter de regels hierboven in hetzelfde voorstel; dan kijk ik opnieuw.'
      : `Er is niets dat tegenhoudt. ${String(report.open.length)} dingen staan nog open; \`npm run check\` noemt ze.`;
  return `${[heading, ...items, tail].join('\n\n')}\n`;
}

/** The problems of one page request or one build, short. */
export function printProblems(problems: readonly Problem[]): string {
  return section('FOUT', problems).join('\n');
}

function section(name: string, problems: readonly Problem[]): string[] {
  const lines: string[] = [];
  let file = '';
  for (const problem of problems) {
    if (problem.file !== file) {
      file = problem.file;
      lines.push('', file);
    }
    const place = problem.line ? `regel ${String(problem.line)}` : 'hele bestand';
    lines.push(`  ${name} ${place}: ${problem.message}`, `      Zo herstel je het: ${problem.cure}  [${problem.code}]`);
  }
  return lines;
}

function summary({ errors, warnings, open, counts, siteDate }: CheckReport): string {
  const read = Object.entries(counts)
    .map(([name, count]) => `${String(count)} ${name}`)
    .join(', ');
  return [
    '',
    `Gelezen: ${read}. Datum van de site: ${siteDate}.`,
    `${plural(errors.length, 'fout', 'fouten')}, ${plural(warnings.length, 'waarschuwing', 'waarschuwingen')}, ${String(open.length)} open.`,
    errors.length > 0
      ? 'De site wordt niet gebouwd zolang er een fout is. Er is niets verloren gegaan.'
      : 'De inhoud is in orde om te bouwen.',
  ].join('\n');
}

const plural = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
