import { z } from 'zod';

/** What the worker tells: an entry is durable, an answer goes out, something was refused with a code. */
export const workerMessage = z.union([
  z.strictObject({ opened: z.literal(true) }),
  z.strictObject({ acknowledged: z.int(), hash: z.string().length(64) }),
  z.strictObject({ released: z.string() }),
  z.strictObject({ refused: z.string() }),
  z.strictObject({ closed: z.literal(true) }),
]);

export type WorkerMessage = z.output<typeof workerMessage>;

/** The messages of an output; a last line that a kill cut short says nothing. */
export function parseMessages(output: string): WorkerMessage[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => workerMessage.parse(JSON.parse(line)));
}

/** Acknowledged entries: number and hash. */
export function acknowledgedOf(messages: readonly WorkerMessage[]): [number, string][] {
  return messages.flatMap((message) =>
    'acknowledged' in message ? [[message.acknowledged, message.hash]] : [],
  );
}

/** Exchanges whose answer went out. */
export function releasedOf(messages: readonly WorkerMessage[]): string[] {
  return messages.flatMap((message) => ('released' in message ? [message.released] : []));
}
