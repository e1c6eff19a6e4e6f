import type { FormatProblem } from './format-error.ts';
import type { ParseLimits } from './parse-file.ts';
import type { ReadDocument } from './read-document.ts';

/** What the pool sends to its worker. */
export interface ParseRequest {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly limits: ParseLimits;
}

/** What the worker sends back: an error crosses the thread as its problem and its message only. */
export type ParseReply =
  | { readonly ok: true; readonly result: ReadDocument }
  | { readonly ok: false; readonly problem: FormatProblem; readonly message: string };

/** The first message of the worker: it has loaded its parsers and listens. */
export const PARSER_READY = 'ready';
