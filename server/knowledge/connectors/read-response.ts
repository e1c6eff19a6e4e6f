import { invalidSource } from './source-error.ts';

/** The body of a response, piece by piece; nothing when it has none. */
export async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body !== null) yield* response.body;
}

/** The whole body, at most so many bytes. @throws AppError ERR_SOURCE_INVALID */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyOf(limitBody(response, maxBytes))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The response with a body that fails after so many bytes, for libraries that read it whole. */
export function limitBody(response: Response, maxBytes: number): Response {
  if (response.body === null) return response;
  let total = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      total += piece.length;
      if (total > maxBytes) {
        throw invalidSource(`The server answers with more than ${Math.floor(maxBytes / 1024 / 1024)} MiB.`);
      }
      controller.enqueue(piece);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
