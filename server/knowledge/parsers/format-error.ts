import { AppError } from '../../errors.ts';

/** The error for a file that cannot be read. The message says what is wrong with it and how to mend it. */
export function formatError(message: string, cause?: unknown): AppError {
  return new AppError('ERR_KNOWLEDGE_FORMAT', message, { status: 422, cause });
}
