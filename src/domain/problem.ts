/**
 * One thing that is wrong with the content, told to an editor in Dutch.
 *
 * `error` stops the build. `warning` and `open` never do: a warning is something to look at (an
 * overdue date), `open` is something nobody has confirmed yet.
 */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'open';
  /** Path from the top of the project, with forward slashes: `content/services/x.yaml`. */
  readonly file: string;
  /** First line is 1. Absent where no line can be pointed at (a missing file). */
  readonly line?: number;
  readonly column?: number;
  /** What is wrong, one Dutch sentence. */
  readonly message: string;
  /** How to mend it, one Dutch sentence. */
  readonly cure: string;
}

/** A file of `content/` as text. The path runs from the top of the project. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
  /** Why the text was not read: the entry is a link to elsewhere, or far too large. */
  readonly unreadable?: 'link' | 'size';
}
