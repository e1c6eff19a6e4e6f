import { type RequestOptions, requestJson, send } from './request.ts';
import type { Operations } from './schema.ts';

/** `METHOD /path`, as in the OpenAPI document. */
export type Operation = keyof Operations;

export type ResponseOf<K extends Operation> = Operations[K]['response'];

type InputOf<K extends Operation> = Omit<Operations[K], 'response'> & { readonly signal?: AbortSignal };

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- meant: it fits what has no required field
type Nothing = Record<never, never>;

type Arguments<K extends Operation> = Nothing extends InputOf<K> ? [input?: InputOf<K>] : [input: InputOf<K>];

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls one route of the server with the session cookie and returns its JSON. @throws Failure */
export async function call<K extends Operation>(key: K, ...[input]: Arguments<K>): Promise<ResponseOf<K>> {
  const { path, options } = toRequest(key, input ?? {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks each response against the schema that this type is written from
  return (await requestJson(path, options)) as ResponseOf<K>;
}

/** Calls a route whose response is no JSON: a stream, a file, or nothing. @throws Failure */
export function callRaw<K extends Operation>(key: K, ...[input]: Arguments<K>): Promise<Response> {
  const { path, options } = toRequest(key, input ?? {});
  return send(path, options);
}

/** The address of a GET route, for links and downloads. */
export function addressOf<K extends Operation>(key: K, ...[input]: Arguments<K>): string {
  return toRequest(key, input ?? {}).path;
}

function toRequest(key: string, input: Parts): { path: string; options: RequestOptions } {
  const [method = 'GET', template = '/'] = key.split(' ');
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  );
  const { body, signal } = input;
  return {
    path: path + toQuery(input.query ?? {}),
    options: {
      method,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    },
  };
}

/** `?a=1&b=2`; what is undefined is left out, a list is repeated. */
function toQuery(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined)
      .map((item): [string, string] => [name, String(item)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
