import { z } from 'zod';
import { AppError } from '../errors.ts';

/**
 * Parses one part of a request: hostile input.
 * @throws AppError ERR_REQUEST_INVALID (400) that names the field at fault and what it must be. It never repeats what
 * was sent, and a key that the caller made up is something sent: only names of the schema itself are told.
 */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const param = issue === undefined ? '' : tellPath(issue.path, schema);
  const problem = issue === undefined ? 'is not valid' : tellProblem(issue);
  throw new AppError('ERR_REQUEST_INVALID', `${param || 'request'}: ${problem}`, {
    status: 400,
    ...(param === '' ? {} : { param }),
  });
}

/** The path as far as it goes over places in lists and fields that the schema has. */
function tellPath(path: readonly PropertyKey[], schema: z.ZodType): string {
  if (path.length === 0) return '';
  const known = fieldsOf(schema);
  const end = path.findIndex((step) => typeof step !== 'number' && !known.has(String(step)));
  return path
    .slice(0, end === -1 ? path.length : end)
    .map(String)
    .join('.');
}

/** Zod's messages name types, limits and allowed values, except where it is the key that is wrong: then they quote it. */
function tellProblem({ code, message }: z.core.$ZodIssue): string {
  switch (code) {
    case 'unrecognized_keys':
      return 'has a field that is not known here';
    case 'invalid_key':
      return 'has a key that is not allowed';
    default:
      return message;
  }
}

/** Names of all fields anywhere in the schema. */
function fieldsOf(schema: z.ZodType): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'properties') for (const name of Object.keys(child ?? {})) names.add(name);
      collect(child);
    }
  };
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return names;
}
