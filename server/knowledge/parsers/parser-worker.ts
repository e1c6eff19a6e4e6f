import { parentPort } from 'node:worker_threads';
import { toAppError } from '../../errors.ts';
import type { RecogniseResult } from '../recognition/recognised-page.ts';
import { formatProblemOf } from './format-error.ts';
import { type FromParser, PARSER_READY, type ToParser } from './parser-messages.ts';
import { readDocument } from './read-document.ts';

/** Entry of the parser thread; it is started by the pool and never imported. Files come one at a time. */
let recognised: ((result: RecogniseResult) => void) | undefined;

parentPort?.on('message', (message: ToParser) => {
  if (message.kind === 'read') void answer(message).then(post);
  else recognised?.(message.result);
});
post(PARSER_READY);

async function answer({ source, bytes, limits }: Extract<ToParser, { kind: 'read' }>): Promise<FromParser> {
  try {
    const result = await readDocument(source, Buffer.from(bytes), limits, (request) => {
      post({ kind: 'recognise', request });
      return new Promise((resolve) => {
        recognised = resolve;
      });
    });
    return { kind: 'read', result };
  } catch (error) {
    const failure = toAppError(error);
    return { kind: 'failed', problem: formatProblemOf(failure), message: failure.message };
  }
}

function post(message: FromParser | typeof PARSER_READY): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(message);
}
