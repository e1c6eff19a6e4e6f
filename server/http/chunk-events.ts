import type { Restored } from '../domain/exchange.ts';
import type { EventStream } from './event-stream.ts';
import type { AnswerEvents } from './stream-answer.ts';

/** How one answer is written as chunks. */
export interface ChunkShape<T extends Restored> {
  readonly text: (piece: string) => object;
  /** The last chunk of the answer. */
  readonly last: (restored: T) => object;
  /** The chunk behind it that tells the usage; absent where nobody asked. */
  readonly usage: ((restored: T) => object) | undefined;
  /** What the very last chunk carries in `intramura`. */
  readonly extension: (restored: T) => object;
}

/** One answer as chunks of one shape, closed with OpenAI's `[DONE]`, or with an error body and nothing behind it. */
export function chunkEvents<T extends Restored>(stream: EventStream, shape: ChunkShape<T>): AnswerEvents<T> {
  return {
    text: (piece) => stream.send(shape.text(piece)),
    end(restored) {
      const intramura = shape.extension(restored);
      const last = shape.last(restored);
      if (shape.usage === undefined) {
        stream.send({ ...last, intramura });
      } else {
        stream.send(last);
        stream.send({ ...shape.usage(restored), intramura });
      }
      stream.done();
    },
    fail({ body }) {
      stream.send(body);
      stream.close();
    },
  };
}
