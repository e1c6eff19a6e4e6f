import type { Worker } from 'node:worker_threads';
import { converse } from './converse.ts';
import { formatError } from './format-error.ts';
import type { ParseLimits } from './parse-file.ts';
import type { ReadDocument } from './read-document.ts';
import type { TextRecognition } from '../recognition/text-recognition.ts';
import { createRecogniseMeter } from '../recognition/recognise-meter.ts';
import { startParser } from './start-parser.ts';

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
    const recognise = createRecogniseMeter(recognition, limits);
    const outcome = await converse(
      current,
      { kind: 'read', source, bytes, limits: parseLimitsOf(limits) },
      limits,
      recognise,
    );
    if (outcome.kind === 'read') return outcome.result;
    if (outcome.kind === 'broken') await stop();
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
