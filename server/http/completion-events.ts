import type { Restored } from '../domain/exchange.ts';
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
  return {
    text: (piece) => stream.send(presentTextChunk(head, piece, undefined)),
    end(restored) {
      const intramura = presentExtension(restored);
      const last = presentTextChunk(head, '', restored.finish);
      if (includeUsage) {
        stream.send(last);
        stream.send({ ...presentTextUsageChunk(head, restored.usage), intramura });
      } else {
        stream.send({ ...last, intramura });
      }
      stream.done();
    },
    fail({ body }) {
      stream.send(body);
      stream.close();
    },
  };
}
