import type { Problem } from '../../domain/problem.ts';
import type { LoadedContent } from '../content/load-content.ts';
import type { FieldPath } from '../content/read-yaml.ts';

interface RuleContext {
  /** The day the site speaks from, as 2026-11-22. */
  readonly siteDate: string;
}

/** A rule across records: from all content to what is wrong with it. */
export type Rule = (loaded: LoadedContent, context: RuleContext) => Problem[];

/** A problem at a field of a file. */
export function at(
  loaded: LoadedContent,
  file: string,
  path: FieldPath,
  code: string,
  message: string,
  cure: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, ...loaded.locate(file, path), message, cure };
}

/** A problem on a known line of a page. */
export function onLine(file: string, line: number, code: string, message: string, cure: string): Problem {
  return { code, severity: 'error', file, line, message, cure };
}
