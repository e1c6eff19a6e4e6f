import { parentPort } from 'node:worker_threads';
import { toAppError } from '../../errors.ts';
import { formatProblemOf } from './format-error.ts';
import { PARSER_READY, type ParseReply, type ParseRequest } from './parser-messages.ts';
import { readDocument } from './read-document.ts';

/** Entry of the parser thread; it is started by the pool and never imported. */
parentPort?.on('message', (request: ParseRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
parentPort?.postMessage(PARSER_READY);

async function answer(request: ParseRequest): Promise<ParseReply> {
  try {
    return {
      ok: true,
      result: await readDocument(request.source, Buffer.from(request.bytes), request.limits),
    };
  } catch (error) {
    const failure = toAppError(error);
    return { ok: false, problem: formatProblemOf(failure), message: failure.message };
  }
}
