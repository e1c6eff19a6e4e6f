import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';

/** What a YAML text says, or everything that is wrong with it, one problem per item. */
export type YamlReading<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads YAML 1.2 and holds it against a schema. Each problem ends with the line that it is about. */
export function readYaml<T extends z.ZodType>(text: string, schema: T): YamlReading<z.output<T>> {
  const lines = new LineCounter();
  let document: Document;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines });
    const [fault] = document.errors;
    if (fault !== undefined) throw fault;
    value = document.toJS();
  } catch (error) {
    return { ok: false, problems: [`this is not YAML: ${reasonOf(error)}`] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, data: result.data };
  const problems = result.error.issues.map((issue) => {
    const line = lineOf(document, lines, placeOf(issue));
    return line === undefined ? describeIssue(issue) : `${describeIssue(issue)} (line ${line})`;
  });
  return { ok: false, problems };
}

/** Where the fault stands: the unknown field itself, not the object around it. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** The line of the value at a path, from 1, or of the nearest one around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The first line says what and where; below it stands a piece of the file. */
function reasonOf(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
  return line.replace(/:$/, '');
}
