import type { Response } from 'express';
import type { Inbound, Restored } from '../domain/exchange.ts';
import type { Logger } from '../logger.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { type CompletionHead, presentChunk, presentUsageChunk } from './presenters/chat-completion.ts';
import { reportFailure } from './report-failure.ts';

export interface StreamOptions {
  readonly response: Response;
  readonly head: CompletionHead;
  readonly includeUsage: boolean;
  readonly logger: Logger;
}

interface Presenting<T extends Restored> {
  /** What the last chunk carries in `intramura`. */
  readonly extension: (restored: T) => object;
}

/**
 * Streams one answer. The stream opens with the first text, so that an error before it is an ordinary error
 * response; an error after it is an event of its own, with nothing behind it.
 */
export async function streamCompletion<T extends Restored>(
  answer: (inbound: Inbound, sink: AnswerSink) => Promise<T>,
  inbound: Inbound,
  options: StreamOptions & Presenting<T>,
): Promise<void> {
  let stream: EventStream | undefined;
  let sent = 0;
  const write = (text: string): void => {
    stream ??= openCompletion(options);
    if (text === '') return;
    sent += text.length;
    stream.send(presentChunk(options.head, { content: text }, undefined));
  };
  try {
    const restored = await answer(inbound, { write });
    write(restored.answer.slice(sent));
    stream ??= openCompletion(options);
    finish(stream, restored, options);
  } catch (error) {
    if (stream === undefined) throw error;
    stream.send(reportFailure(error, 'openai', options.response, options.logger).body);
    stream.close();
  }
}

function openCompletion({ response, head }: StreamOptions): EventStream {
  const stream = openEventStream(response);
  stream.send(presentChunk(head, { role: 'assistant', content: '' }, undefined));
  return stream;
}

function finish<T extends Restored>(
  stream: EventStream,
  restored: T,
  { head, includeUsage, extension }: StreamOptions & Presenting<T>,
): void {
  const intramura = extension(restored);
  const last = presentChunk(head, {}, restored.finish);
  if (includeUsage) {
    stream.send(last);
    stream.send({ ...presentUsageChunk(head, restored.usage), intramura });
  } else {
    stream.send({ ...last, intramura });
  }
  stream.done();
}
