import { useMutation, type UseMutationResult } from '@tanstack/react-query';

export interface TryRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** JSON text. */
  readonly body?: string;
  /** Sent as a form instead of a body. */
  readonly file: File | null;
}

export interface TriedReply {
  readonly status: number;
  readonly statusText: string;
  /** From sending until the last byte. */
  readonly ms: number;
  readonly bytes: number;
  readonly headers: readonly (readonly [string, string])[];
  /** JSON laid out for reading; anything else as it came. */
  readonly text: string;
}

/** Sends what a person typed, with the session, and takes whatever comes back: errors are replies too. */
export function useTryRequest(): UseMutationResult<TriedReply, Error, TryRequest> {
  return useMutation({ mutationFn: tryRequest });
}

async function tryRequest({ method, target, body, file }: TryRequest): Promise<TriedReply> {
  const start = performance.now();
  const response = await fetch(target, { method, credentials: 'same-origin', ...payload(body, file) });
  const bytes = await response.arrayBuffer();
  const ms = performance.now() - start;
  return {
    status: response.status,
    statusText: response.statusText,
    ms,
    bytes: bytes.byteLength,
    headers: [...response.headers],
    text: layOut(new TextDecoder().decode(bytes), response.headers.get('content-type') ?? ''),
  };
}

function payload(body: string | undefined, file: File | null): RequestInit {
  if (file !== null) {
    const form = new FormData();
    form.append('file', file);
    return { body: form };
  }
  return body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } };
}

/** More than this is not laid out, only shown. */
const MOST_LAID_OUT = 1_000_000;

function layOut(text: string, mediaType: string): string {
  if (!mediaType.includes('json') || text.length > MOST_LAID_OUT) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
