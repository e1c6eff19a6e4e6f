import { Failure, failureOfEvent } from '../api/failure.ts';
import { readEvents } from '../api/sse-reader.ts';
import { readPieces } from '../api/read-pieces.ts';
import { send } from '../api/request.ts';
import { type CompletionEnd, readCompletionEnd } from './completion-end.ts';
import { type JsonObject, listOf, objectOf, textOf } from './json.ts';

export interface PlaygroundRequest {
  readonly model: string;
  /** Left out when empty. */
  readonly system: string;
  readonly prompt: string;
  readonly grounding: 'auto' | 'required' | 'verbatim' | 'off';
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens: number;
  readonly seed: number | undefined;
  readonly stop: readonly string[];
}

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly onText: (text: string) => void;
}

/**
 * Asks one model through the ordinary pipeline, and hands on the answer while it arrives.
 * @throws Failure when the server refuses, or the stream breaks off
 */
export async function askModel(
  request: PlaygroundRequest,
  { signal, onText }: AskOptions,
): Promise<CompletionEnd> {
  const response = await send('/v1/chat/completions', {
    method: 'POST',
    body: toBody(request),
    signal,
  });
  const requestId = response.headers.get('x-request-id');
  let end: CompletionEnd | undefined;
  for await (const data of readEvents(readPieces(response))) {
    if (data === '[DONE]') break;
    const event = objectOf(JSON.parse(data));
    if (event['error'] !== undefined) throw failureOfEvent(event, requestId);
    const text = textOf(objectOf(objectOf(listOf(event['choices'])[0])['delta'])['content']);
    if (text !== '') onText(text);
    if (event['intramura'] !== undefined) end = readCompletionEnd(event);
  }
  if (end === undefined) throw new Failure('broken-off');
  return end;
}

function toBody(request: PlaygroundRequest): JsonObject {
  const { model, system, prompt, grounding, temperature, topP, maxTokens, seed, stop } = request;
  const question = { role: 'user', content: prompt } as const;
  return {
    model,
    messages: system === '' ? [question] : [{ role: 'system', content: system }, question],
    temperature,
    top_p: topP,
    max_tokens: maxTokens,
    ...(seed === undefined ? {} : { seed }),
    ...(stop.length === 0 ? {} : { stop }),
    stream: true,
    stream_options: { include_usage: true },
    intramura: { grounding },
  };
}
