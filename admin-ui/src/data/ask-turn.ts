import { callRaw } from '../api/client.ts';
import { Failure, failureOfEvent } from '../api/failure.ts';
import type { TurnChunk, TurnRequest } from '../api/schema.ts';
import { isFields } from '../api/read.ts';
import { readPieces } from '../api/read-pieces.ts';
import { readEvents } from '../api/sse-reader.ts';

/** What the last event of an answer carries. */
export type AnsweredTurn = NonNullable<TurnChunk['intramura']>;

export interface AskTurn {
  readonly conversation: string;
  readonly body: TurnRequest;
  readonly signal: AbortSignal;
  /** Called with each piece of the answer. */
  readonly onText: (text: string) => void;
}

/**
 * Asks in a conversation and hands on the answer while it arrives. Resolves once the stream is complete.
 * @throws Failure `broken-off` when the stream ends without its end mark; AbortError when stopped
 */
export async function askTurn({ conversation, body, signal, onText }: AskTurn): Promise<AnsweredTurn> {
  const response = await callRaw('POST /api/conversations/{id}/turns', {
    params: { id: conversation },
    body,
    signal,
  });
  const requestId = response.headers.get('x-request-id');
  const brokenOff = new Failure('broken-off', requestId === null ? {} : { requestId });
  let answered: AnsweredTurn | undefined;
  for await (const event of readTurn(response, requestId, brokenOff, signal)) {
    const text = event.choices[0]?.delta.content ?? '';
    if (text !== '') onText(text);
    answered = event.intramura ?? answered;
  }
  if (answered === undefined) throw brokenOff;
  return answered;
}

/** The events up to the end mark. @throws `brokenOff` when the stream ends without one */
async function* readTurn(
  response: Response,
  requestId: string | null,
  brokenOff: Failure,
  signal: AbortSignal,
): AsyncGenerator<TurnChunk> {
  try {
    for await (const data of readEvents(readPieces(response))) {
      if (data === '[DONE]') return;
      yield parseEvent(data, requestId);
    }
  } catch (error) {
    // A connection that breaks while reading surfaces as a bare TypeError.
    if (error instanceof TypeError && !signal.aborted) throw brokenOff;
    throw error;
  }
  throw brokenOff;
}

function parseEvent(data: string, requestId: string | null): TurnChunk {
  const event: unknown = JSON.parse(data);
  if (isFields(event) && event['error'] !== undefined) throw failureOfEvent(event, requestId);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server of the same build wrote it with this schema
  return event as TurnChunk;
}
