import type { Worker } from 'node:worker_threads';
import { formatError, type FormatProblem } from './format-error.ts';
import type { ParseLimits } from './parse-file.ts';
import type { ParseReply, ParseRequest } from './parser-messages.ts';
import type { ReadDocument } from './read-document.ts';
import { startParser } from './start-parser.ts';

export interface ParserLimits extends ParseLimits {
  readonly milliseconds: number;
  /** Heap of the parser thread. */
  readonly heapMib: number;
  /** Growth of the whole process while one file is parsed; covers buffers outside of the heap. */
  readonly growthMib: number;
}

export const defaultParserLimits: ParserLimits = {
  inputBytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  pages: 2000,
  textCharacters: 10_000_000,
  milliseconds: 60_000,
  heapMib: 512,
  growthMib: 1024,
};

const WATCH_EVERY_MS = 100;
const MIB = 1024 * 1024;

/** One parser thread that is started when first needed, used again, and ended when a file goes over a limit. */
export interface ParserPool extends AsyncDisposable {
  /** @throws AppError ERR_KNOWLEDGE_FORMAT: the file is at fault, and the next one is not affected. */
  read(source: string, bytes: Buffer): Promise<ReadDocument>;
}

export function createParserPool(limits: ParserLimits = defaultParserLimits): ParserPool {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const start = async (): Promise<Worker> => {
    const started = await startParser(limits.heapMib);
    started.once('exit', () => {
      if (worker === started) worker = undefined;
    });
    worker = started;
    return started;
  };

  const stop = async (): Promise<void> => {
    const stopping = worker;
    worker = undefined;
    await stopping?.terminate();
  };

  const readNow = async (source: string, bytes: Buffer): Promise<ReadDocument> => {
    if (bytes.length > limits.inputBytes) {
      throw formatError(
        'too-large',
        `The file has ${bytes.length} bytes; at most ${limits.inputBytes} are read.`,
      );
    }
    const current = worker ?? (await start());
    const outcome = await converse(current, { source, bytes, limits: parseLimitsOf(limits) }, limits);
    if (outcome.kind === 'reply') return resultOf(outcome.reply);
    await stop();
    throw formatError(outcome.problem, outcome.message, outcome.cause);
  };

  return {
    read(source, bytes) {
      const reading = turn.then(() => readNow(source, bytes));
      turn = reading.catch(() => undefined);
      return reading;
    },
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

type Outcome =
  | { readonly kind: 'reply'; readonly reply: ParseReply }
  | {
      readonly kind: 'broken';
      readonly problem: FormatProblem;
      readonly message: string;
      readonly cause?: unknown;
    };

function resultOf(reply: ParseReply): ReadDocument {
  if (reply.ok) return reply.result;
  throw formatError(reply.problem, reply.message);
}

function parseLimitsOf(limits: ParserLimits): ParseLimits {
  const { inputBytes, unpackedBytes, pages, textCharacters } = limits;
  return { inputBytes, unpackedBytes, pages, textCharacters };
}

/** Ends at the first of: a reply, a failure of the thread, the time limit, the memory limit. */
function converse(worker: Worker, request: ParseRequest, limits: ParserLimits): Promise<Outcome> {
  const before = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const give = (problem: FormatProblem, message: string, cause?: unknown): void =>
      settle({ kind: 'broken', problem, message, cause });
    const onMessage = (reply: ParseReply): void => settle({ kind: 'reply', reply });
    const onError = (cause: unknown): void => give(...failureOf(cause), cause);
    const onExit = (): void => give('damaged', 'The file broke its parser.');
    const timer = setTimeout(
      () => give('too-slow', `The file took longer than ${limits.milliseconds} ms to read.`),
      limits.milliseconds,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMib * MIB)
        give('too-large', 'The file needs more memory than allowed.');
    }, WATCH_EVERY_MS);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    worker.postMessage(request);
  });
}

function failureOf(cause: unknown): [problem: FormatProblem, message: string] {
  const outOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? ['too-large', 'The file needs more memory than allowed.']
    : ['damaged', 'The file broke its parser.'];
}
