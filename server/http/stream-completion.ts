import type { Response } from 'express';
import type { Inbound, Restored } from '../domain/exchange.ts';
import type { Logger } from '../logger.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';
import { chunkEvents } from './chunk-events.ts';
import type { EventStream } from './event-stream.ts';
import { type CompletionHead, presentChunk, presentUsageChunk } from './presenters/chat-completion.ts';
import { type AnswerEvents, streamAnswer } from './stream-answer.ts';

interface Presenting<T extends Restored> {
  readonly head: CompletionHead;
  readonly includeUsage: boolean;
  /** What the last chunk carries in `intramura`. */
  readonly extension: (restored: T) => object;
}

export interface StreamOptions<T extends Restored> extends Presenting<T> {
  readonly response: Response;
  readonly logger: Logger;
}

/** Streams one answer as the chunks of a chat completion. */
export function streamCompletion<T extends Restored>(
  answer: (inbound: Inbound, sink: AnswerSink) => Promise<T>,
  inbound: Inbound,
  { response, logger, ...presenting }: StreamOptions<T>,
): Promise<void> {
  return streamAnswer(answer, inbound, {
    response,
    logger,
    begin: (stream) => beginChunks(stream, presenting),
  });
}

function beginChunks<T extends Restored>(
  stream: EventStream,
  { head, includeUsage, extension }: Presenting<T>,
): AnswerEvents<T> {
  stream.send(presentChunk(head, { role: 'assistant', content: '' }, undefined));
  return chunkEvents(stream, {
    text: (piece) => presentChunk(head, { content: piece }, undefined),
    last: ({ finish }) => presentChunk(head, {}, finish),
    usage: includeUsage ? ({ usage }) => presentUsageChunk(head, usage) : undefined,
    extension,
  });
}
