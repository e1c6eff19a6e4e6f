import type { Response } from 'express';

/** Server-sent events as OpenAI's clients read them: one JSON document per `data:` line, `[DONE]` at the end. */
export interface EventStream {
  send(event: unknown): void;
  /** Ends a stream that went well. */
  done(): void;
  /** Ends a stream that failed: no `[DONE]` follows, so no client takes it for complete. */
  close(): void;
}

export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const write = (line: string): void => {
    if (!response.writableEnded) response.write(`data: ${line}\n\n`);
  };
  return {
    send: (event) => write(JSON.stringify(event)),
    done() {
      write('[DONE]');
      response.end();
    },
    close: () => void response.end(),
  };
}
