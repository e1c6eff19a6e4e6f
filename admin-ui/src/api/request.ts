import { Failure, failureOf } from './failure.ts';

export interface RequestOptions {
  readonly method?: string;
  /** Sent as JSON, a form as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Sends a request to this origin with the session cookie. @throws Failure for anything but a 2xx reply. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await reach(path, options);
  if (response.ok) return response;
  throw failureOf(response.status, await readBody(response), response.headers.get('x-request-id'));
}

/** Sends a request and returns the JSON of its reply. @throws Failure */
export async function requestJson(path: string, options: RequestOptions = {}): Promise<unknown> {
  const response = await send(path, options);
  return readBody(response);
}

async function reach(path: string, { method = 'GET', body, signal }: RequestOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      ...encode(body),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Failure('network');
  }
}

function encode(body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** undefined when the body is not JSON: a proxy's error page, or nothing at all. */
async function readBody(response: Response): Promise<unknown> {
  try {
    const body: unknown = await response.json();
    return body;
  } catch {
    return undefined;
  }
}
