import type { Response } from 'express';

/** Server-sent events as OpenAI's clients read them: one JSON document per `data:` line. */
export interface EventStream {
  /** @param name goes before it as an `event:` line */
  send(event: unknown, name?: string): void;
  /** Ends a stream that went well with `[DONE]`. */
  done(): void;
  /** Ends one without it: one that failed, so that no client takes it for complete, or whose last event says how it ended. */
  close(): void;
}

export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const write = (event: string): void => {
    if (!response.writableEnded) response.write(event);
  };
  return {
    send: (event, name) =>
      write(`${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(event)}\n\n`),
    done() {
      write('data: [DONE]\n\n');
      response.end();
    },
    close: () => void response.end(),
  };
}
