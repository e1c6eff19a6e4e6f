import { AppError } from '../errors.ts';

/** An error as it may be logged. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  /** Of our own errors only. */
  readonly message?: string;
  /** Where it was thrown, one frame per line. */
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** Causes of causes that are still told. */
const MOST_CAUSES = 4;

/**
 * Name, code and place of an error and of what caused it. A foreign message may quote a row, a question or a key, so
 * only the messages of our own errors, which never hold a value, are kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = framesOf(error);
  return {
    name: isPlainWord(error.name) ? error.name : 'Error',
    ...('code' in error && isPlainWord(error.code) ? { code: error.code } : {}),
    ...(error instanceof AppError ? { message: error.message } : {}),
    ...(frames === '' ? {} : { stack: frames }),
    ...(error.cause === undefined || depth >= MOST_CAUSES
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The stack without its beginning, which repeats the message: a line of a message can look like a frame. */
function framesOf({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  // A message that was changed after the throw still stands in the stack as it was: then nothing of it is sure.
  if (start < 0) return '';
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

function isPlainWord(value: unknown): value is string {
  return typeof value === 'string' && /^\w{1,64}$/.test(value);
}
