import type { Response } from 'express';
import type { Inbound, Restored } from '../domain/exchange.ts';
import type { Logger } from '../logger.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';
import type { ErrorReply } from './error-body.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { reportFailure } from './report-failure.ts';

/** One answer as the events of one endpoint. */
export interface AnswerEvents<T extends Restored> {
  /** The next piece of the answer; never empty. */
  text(piece: string): void;
  /** Ends the stream. All of the answer has been told. */
  end(restored: T): void;
  /** Ends the stream with what went wrong and nothing behind it. */
  fail(reply: ErrorReply): void;
}

export interface StreamTarget<T extends Restored> {
  readonly response: Response;
  readonly logger: Logger;
  readonly begin: (stream: EventStream) => AnswerEvents<T>;
}

/**
 * Streams one answer. The stream opens with the first text, so that an error before it is an ordinary error
 * response; an error after it is an event of its own, with nothing behind it.
 */
export async function streamAnswer<T extends Restored>(
  answer: (inbound: Inbound, sink: AnswerSink) => Promise<T>,
  inbound: Inbound,
  { response, logger, begin }: StreamTarget<T>,
): Promise<void> {
  let events: AnswerEvents<T> | undefined;
  let sent = 0;
  const write = (text: string): void => {
    events ??= begin(openEventStream(response));
    if (text === '') return;
    sent += text.length;
    events.text(text);
  };
  try {
    const restored = await answer(inbound, { write });
    write(restored.answer.slice(sent));
    events?.end(restored);
  } catch (error) {
    if (events === undefined) throw error;
    events.fail(reportFailure(error, 'openai', response, logger));
  }
}
