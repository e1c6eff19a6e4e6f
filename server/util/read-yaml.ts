import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';

export interface YamlProblem {
  readonly message: string;
  /** From 1; undefined where no line can be named. */
  readonly line: number | undefined;
}

/** What a YAML text says, or everything that is wrong with it. */
export type YamlReading<T> =
  | {
      readonly ok: true;
      readonly data: T;
      /** The line of the value at a path, from 1, or of the nearest one around it that is there. */
      readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
    }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** In one phrase that ends with the line. */
export function sayProblem({ message, line }: YamlProblem): string {
  return line === undefined ? message : `${message} (line ${line})`;
}

/** Reads YAML 1.2 and holds it against a schema. */
export function readYaml<T extends z.ZodType>(text: string, schema: T): YamlReading<z.output<T>> {
  const lines = new LineCounter();
  let document: Document;
  let value: unknown;
  try {
    // Plain errors: the others quote a piece of the file.
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [fault] = document.errors;
    if (fault !== undefined) return notYaml(fault, lines.linePos(fault.pos[0]).line);
    value = document.toJS();
  } catch (error) {
    return notYaml(error, undefined);
  }
  const lineAt = (path: readonly PropertyKey[]): number | undefined => lineOf(document, lines, path);
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, data: result.data, lineOf: lineAt };
  const problems = result.error.issues.map((issue) => ({
    message: describeIssue(issue),
    line: lineAt(placeOf(issue)),
  }));
  return { ok: false, problems };
}

function notYaml(error: unknown, line: number | undefined): YamlReading<never> {
  const reason = error instanceof Error ? error.message : '';
  return { ok: false, problems: [{ message: `this is not YAML: ${reason}`, line }] };
}

/** Where the fault stands: the unknown field itself, not the object around it. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
