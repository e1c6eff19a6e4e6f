import { parse } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';

/** What a YAML text says, or everything that is wrong with it, one problem per item. */
export type YamlReading<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads YAML 1.2 and holds it against a schema. */
export function readYaml<T extends z.ZodType>(text: string, schema: T): YamlReading<z.output<T>> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { ok: false, problems: [`this is not YAML: ${reasonOf(error)}`] };
  }
  const result = schema.safeParse(value);
  return result.success
    ? { ok: true, data: result.data }
    : { ok: false, problems: result.error.issues.map(describeIssue) };
}

/** The first line says what and where; below it stands a piece of the file. */
function reasonOf(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
  return line.replace(/:$/, '');
}
