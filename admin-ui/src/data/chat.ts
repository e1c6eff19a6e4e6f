import { type ChatEvent, type Evidence, parseChatEvent } from './chat-event.ts';
import type { ChatMessage } from './chat-message.ts';
import { Failure } from '../api/failure.ts';
import { send } from '../api/request.ts';
import { readEvents } from '../api/sse-reader.ts';

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** Ids of the collections to search; all that the person may read when empty. */
  readonly collections: readonly string[];
  readonly signal: AbortSignal;
  /** Called with each piece of the answer. */
  readonly onText: (text: string) => void;
}

/**
 * Asks, and hands on the answer while it arrives. Resolves with the evidence once the stream is complete.
 * @throws Failure `broken-off` when the stream ends without its evidence and end mark; AbortError when stopped
 */
export async function ask({ messages, collections, signal, onText }: ChatRequest): Promise<Evidence> {
  const intramura = collections.length === 0 ? {} : { collections };
  const response = await send('/v1/chat/completions', {
    method: 'POST',
    body: { messages, stream: true, intramura },
    signal,
  });
  const requestId = response.headers.get('x-request-id');
  const brokenOff = new Failure('broken-off', requestId === null ? {} : { requestId });
  if (response.body === null) throw brokenOff;
  let evidence: Evidence | undefined;
  for await (const event of readChat(response.body, requestId, brokenOff, signal)) {
    if (event.text !== '') onText(event.text);
    evidence = event.evidence ?? evidence;
  }
  if (evidence === undefined) throw brokenOff;
  return evidence;
}

/** The events up to the end mark. @throws `brokenOff` when the stream ends without one */
async function* readChat(
  body: ReadableStream<Uint8Array>,
  requestId: string | null,
  brokenOff: Failure,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  try {
    for await (const data of readEvents(readPieces(body))) {
      if (data === '[DONE]') return;
      yield parseChatEvent(data, requestId);
    }
  } catch (error) {
    // A connection that breaks while reading surfaces as a bare TypeError.
    if (error instanceof TypeError && !signal.aborted) throw brokenOff;
    throw error;
  }
  throw brokenOff;
}

/** Safari cannot iterate a stream, so it is read by hand. */
async function* readPieces(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
