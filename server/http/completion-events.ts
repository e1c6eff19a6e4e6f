import type { Restored } from '../domain/exchange.ts';
import { chunkEvents } from './chunk-events.ts';
import type { EventStream } from './event-stream.ts';
import { type CompletionHead, presentExtension } from './presenters/chat-completion.ts';
import { presentTextChunk, presentTextUsageChunk } from './presenters/completion.ts';
import type { AnswerEvents } from './stream-answer.ts';

export interface CompletionEventsOptions {
  readonly head: CompletionHead;
  readonly includeUsage: boolean;
}

/** One answer as the chunks of a text completion. */
export function beginTextChunks(
  stream: EventStream,
  { head, includeUsage }: CompletionEventsOptions,
): AnswerEvents<Restored> {
  return chunkEvents(stream, {
    text: (piece) => presentTextChunk(head, piece, undefined),
    last: ({ finish }) => presentTextChunk(head, '', finish),
    usage: includeUsage ? ({ usage }) => presentTextUsageChunk(head, usage) : undefined,
    extension: presentExtension,
  });
}
