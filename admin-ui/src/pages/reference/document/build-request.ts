import type { Operation } from './read-operations.ts';

/** What a person filled in. Empty means "leave out". */
export interface RequestValues {
  readonly parameters: Readonly<Record<string, string>>;
  /** JSON text; ignored by operations without a body. */
  readonly body: string;
}

export interface BuiltRequest {
  readonly method: string;
  /** Path and query, ready to be sent to this origin. */
  readonly target: string;
  readonly body?: string;
  /** Names of required parameters that are still empty. */
  readonly missing: readonly string[];
}

/** Puts the values in their places. Missing path parameters stay visible as `{name}`. */
export function buildRequest(operation: Operation, values: RequestValues): BuiltRequest {
  const given = (name: string): string => values.parameters[name] ?? '';
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    given(name) === '' ? whole : encodeURIComponent(given(name)),
  );
  const query = new URLSearchParams(
    operation.parameters
      .filter((parameter) => parameter.in === 'query' && given(parameter.name) !== '')
      .map(({ name }): [string, string] => [name, given(name)]),
  ).toString();
  return {
    method: operation.method.toUpperCase(),
    target: query === '' ? path : `${path}?${query}`,
    ...(sendsJson(operation) ? { body: values.body } : {}),
    missing: operation.parameters
      .filter(({ name, required }) => required && given(name) === '')
      .map(({ name }) => name),
  };
}

export function sendsJson({ body }: Operation): boolean {
  return body?.mediaType === 'application/json';
}

/** What is wrong with JSON text, in the engine's words; undefined when nothing is. */
export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
