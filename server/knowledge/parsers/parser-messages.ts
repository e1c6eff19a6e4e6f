import type { RecogniseRequest, RecogniseResult } from '../recognition/recognised-page.ts';
import type { FormatProblem } from './format-error.ts';
import type { ParseLimits } from './parse-file.ts';
import type { ReadDocument } from './read-document.ts';

/** What the pool sends to its worker: a file to read, or what came of a recognition that it asked for. */
export type ToParser =
  | {
      readonly kind: 'read';
      readonly source: string;
      readonly bytes: Uint8Array;
      readonly limits: ParseLimits;
    }
  | { readonly kind: 'recognised'; readonly result: RecogniseResult };

/**
 * What the worker sends back. It asks for recognition, as it starts no programs itself, and waits. An error crosses
 * the thread as its problem and its message only.
 */
export type FromParser =
  | { readonly kind: 'recognise'; readonly request: RecogniseRequest }
  | { readonly kind: 'read'; readonly result: ReadDocument }
  | { readonly kind: 'failed'; readonly problem: FormatProblem; readonly message: string };

/** The first message of the worker: it has loaded its parsers and listens. */
export const PARSER_READY = 'ready';
