import type { Worker } from 'node:worker_threads';
import type { RecogniseRequest } from '../recognition/recognised-page.ts';
import type { RecogniseMeter } from '../recognition/recognise-meter.ts';
import type { FormatProblem } from './format-error.ts';
import type { FromParser, ToParser } from './parser-messages.ts';
import type { ReadDocument } from './read-document.ts';

const WATCH_EVERY_MS = 100;
const MIB = 1024 * 1024;

/** How a conversation ends. `broken`: the thread is of no more use. */
export type Outcome =
  | { readonly kind: 'read'; readonly result: ReadDocument }
  | {
      readonly kind: 'failed' | 'broken';
      readonly problem: FormatProblem;
      readonly message: string;
      readonly cause?: unknown;
    };

export interface ConversationLimits {
  readonly milliseconds: number;
  readonly growthMib: number;
}

/**
 * Has a file read by the thread, and texts recognised that it asks for meanwhile. Ends at the first of: an answer, a
 * failure of the thread, the time limit, the memory limit. The clock of the time limit stands while text is recognised.
 */
export function converse(
  worker: Worker,
  request: Extract<ToParser, { kind: 'read' }>,
  limits: ConversationLimits,
  recognise: RecogniseMeter,
): Promise<Outcome> {
  const before = process.memoryUsage.rss();
  const stopped = new AbortController();
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      stopped.abort();
      resolve(outcome);
    };
    const give = (problem: FormatProblem, message: string, cause?: unknown): void =>
      settle({ kind: 'broken', problem, message, cause });
    const startTimer = (): NodeJS.Timeout =>
      setTimeout(
        () => give('too-slow', `The file took longer than ${limits.milliseconds} ms to read.`),
        limits.milliseconds,
      );
    const recogniseNow = async (asked: RecogniseRequest): Promise<void> => {
      clearTimeout(timer);
      const result = await recognise(asked, stopped.signal);
      if (stopped.signal.aborted) return;
      timer = startTimer();
      post(worker, { kind: 'recognised', result });
    };
    const onMessage = (message: FromParser): void => {
      if (message.kind === 'recognise') {
        recogniseNow(message.request).catch((error: unknown) =>
          give('damaged', 'The file broke its parser.', error),
        );
      } else settle(message);
    };
    const onError = (cause: unknown): void => give(...failureOf(cause), cause);
    const onExit = (): void => give('damaged', 'The file broke its parser.');
    let timer = startTimer();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMib * MIB)
        give('too-large', 'The file needs more memory than allowed.');
    }, WATCH_EVERY_MS);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    post(worker, request);
  });
}

function post(worker: Worker, message: ToParser): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  worker.postMessage(message);
}

function failureOf(cause: unknown): [problem: FormatProblem, message: string] {
  const outOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? ['too-large', 'The file needs more memory than allowed.']
    : ['damaged', 'The file broke its parser.'];
}
