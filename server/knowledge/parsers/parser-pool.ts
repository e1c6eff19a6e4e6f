import type { Worker } from 'node:worker_threads';
import { converse } from './converse.ts';
import { formatError, tooManyBytes } from './format-error.ts';
import type { ParseLimits } from './parse-file.ts';
import type { ReadDocument } from './read-document.ts';
import type { TextRecognition } from '../recognition/text-recognition.ts';
import { createRecogniseMeter } from '../recognition/recognise-meter.ts';
import { startParser } from './start-parser.ts';
import { createTurns } from '../../util/turns.ts';

export interface ParserLimits extends ParseLimits {
  readonly milliseconds: number;
  /** Heap of the parser thread. */
  readonly heapMib: number;
  /** Growth of the whole process while one file is parsed; covers buffers outside of the heap. */
  readonly growthMib: number;
  /** Pages and time that text recognition may take for one file; the time limit of parsing stands still meanwhile. */
  readonly recognisedPages: number;
  readonly recognitionMilliseconds: number;
}

export const defaultParserLimits: ParserLimits = {
  inputBytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  pages: 2000,
  textCharacters: 10_000_000,
  milliseconds: 60_000,
  heapMib: 512,
  growthMib: 1024,
  recognisedPages: 200,
  recognitionMilliseconds: 900_000,
};

/** After a file that made the process grow by more than this, the thread is ended; starting one takes under a second. */
const RETIRE_MIB = 128;

function parseLimitsOf(limits: ParserLimits): ParseLimits {
  const { inputBytes, unpackedBytes, pages, textCharacters } = limits;
  return { inputBytes, unpackedBytes, pages, textCharacters };
}

/** One parser thread that is started when first needed, used again, and ended when a file goes over a limit. */
export interface ParserPool extends AsyncDisposable {
  /** @throws AppError ERR_KNOWLEDGE_FORMAT: the file is at fault, and the next one is not affected. */
  read(source: string, bytes: Buffer): Promise<ReadDocument>;
}

export function createParserPool(
  limits: ParserLimits = defaultParserLimits,
  recognition?: TextRecognition,
): ParserPool {
  let worker: Worker | undefined;
  const inTurn = createTurns();

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
      throw tooManyBytes(bytes.length, limits.inputBytes);
    }
    const current = worker ?? (await start());
    const recognise = createRecogniseMeter(recognition, limits);
    const before = process.memoryUsage.rss();
    const outcome = await converse(
      current,
      { kind: 'read', source, bytes, limits: parseLimitsOf(limits) },
      limits,
      recognise,
    );
    // A heap that has grown keeps its memory; only ending its thread gives it back.
    const hasGrown = process.memoryUsage.rss() - before > RETIRE_MIB * 1024 * 1024;
    if (outcome.kind === 'broken' || hasGrown) await stop();
    if (outcome.kind === 'read') return outcome.result;
    throw formatError(outcome.problem, outcome.message, outcome.cause);
  };

  return {
    read: (source, bytes) => inTurn(() => readNow(source, bytes)),
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}
