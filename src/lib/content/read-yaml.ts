import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { ContentFile, Problem } from '../../domain/problem.ts';

export type FieldPath = readonly (string | number)[];

/** A YAML text as data, with a way back from a field to its line. */
export interface YamlSource {
  readonly data: unknown;
  /** Line of a field's value; of its nearest present parent where the field is absent. */
  lineOf(path: FieldPath): number;
  /** Line on which the key itself stands. */
  lineOfKey(path: FieldPath): number;
}

/**
 * Reads one YAML file as the YAML 1.2 core schema does: a date stays text, `yes` stays text.
 * `firstLine` is the line of the file on which the text starts (a page's frontmatter starts at 2).
 * Gives the problems instead of a source when the text is not one plain mapping.
 */
export function readYaml(
  file: ContentFile,
  firstLine = 1,
): { source: YamlSource; problems: [] } | { source?: undefined; problems: Problem[] } {
  const lines = new LineCounter();
  const doc = parseDocument(file.text, {
    schema: 'core',
    lineCounter: lines,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
  });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  const problems = doc.errors.map((error): Problem => explainYamlError(file.path, at(error.pos[0]), error.code));
  if (problems.length > 0) return { problems };

  const deep = tooDeep(doc);
  if (deep !== undefined) {
    return {
      problems: [
        problem(
          file.path,
          at(deep),
          'yaml-too-deep',
          'Hier staan te veel lijsten of velden in elkaar.',
          'Kijk hoe een ander bestand in deze map het doet.',
        ),
      ],
    };
  }
  const alias = findAlias(doc);
  if (alias !== undefined) {
    return {
      problems: [
        problem(
          file.path,
          at(alias),
          'yaml-alias',
          'Hier begint een waarde met & of * of !; dat heeft in dit soort bestanden een eigen betekenis.',
          'Schrijf de waarde gewoon twee keer uit, of zet de tekst tussen aanhalingstekens.',
        ),
      ],
    };
  }
  if (!isMap(doc.contents)) {
    return {
      problems: [
        problem(
          file.path,
          firstLine,
          'yaml-not-fields',
          'Hier staan geen velden van de vorm naam: waarde.',
          'Zet op elke regel een veldnaam, een dubbele punt en de waarde. Met "npm run new" krijg je een goed begin.',
        ),
      ],
    };
  }
  const line = (path: FieldPath): number => at(rangeStart(doc, path));
  return {
    source: { data: doc.toJS() as unknown, lineOf: line, lineOfKey: (path) => at(keyStart(doc, path)) },
    problems: [],
  };
}

/** Levels in each other that a file may have. The deepest of ours has five. */
const deepest = 15;

/** Where something stands that lies too deep in lists and fields. Counts without calling itself: that is what would break. */
function tooDeep(doc: Document): number | undefined {
  let level: unknown[] = [doc.contents];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > deepest) return (isScalar(first) || isCollection(first) ? first.range?.[0] : undefined) ?? 0;
    level = level.flatMap((node) =>
      isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [],
    );
  }
  return undefined;
}

/** Where the first anchor, alias or type tag stands: they change a value in ways an editor cannot see. */
function findAlias(doc: Document): number | undefined {
  let found: number | undefined;
  visit(doc, {
    Alias: (_, node) => {
      found ??= node.range?.[0] ?? 0;
    },
    Node: (_, node) => {
      if (isAlias(node)) return;
      if (('anchor' in node && node.anchor) || node.tag !== undefined) found ??= node.range?.[0] ?? 0;
    },
  });
  return found;
}

function rangeStart(doc: Document, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = doc.getIn(path.slice(0, length), true);
    if ((isScalar(node) || isCollection(node)) && node.range) {
      return length === path.length ? keyStart(doc, path) : keyStart(doc, path.slice(0, length));
    }
  }
  return doc.contents?.range?.[0] ?? 0;
}

function keyStart(doc: Document, path: FieldPath): number {
  const last = path.at(-1);
  const parent: unknown = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last));
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  const node: unknown = doc.getIn(path, true);
  if ((isScalar(node) || isCollection(node)) && node.range) return node.range[0];
  return path.length > 1 ? keyStart(doc, path.slice(0, -1)) : (doc.contents?.range?.[0] ?? 0);
}

function explainYamlError(file: string, line: number, code: string): Problem {
  if (code === 'DUPLICATE_KEY')
    return problem(file, line, 'yaml-double-key', 'Dit veld staat er twee keer.', 'Laat één van de twee staan.');
  if (code === 'TAB_AS_INDENT')
    return problem(file, line, 'yaml-tab', 'Hier staat een tab.', 'Gebruik twee spaties in plaats van een tab.');
  if (code === 'MULTIPLE_DOCS')
    return problem(
      file,
      line,
      'yaml-two-records',
      'Er staan twee stukken in één bestand (een regel met ---).',
      'Haal de regel met --- weg, of maak twee bestanden.',
    );
  return problem(
    file,
    line,
    'yaml-syntax',
    'Deze regel is niet goed te lezen.',
    'Kijk naar deze regel en de regel erboven: staan de spaties vooraan recht onder elkaar, staat er een spatie na de dubbele punt, en is elk aanhalingsteken gesloten?',
  );
}

function problem(file: string, line: number, code: string, message: string, cure: string): Problem {
  return { code, severity: 'error', file, line, message, cure };
}
