import { AppError } from '../errors.ts';

/** Reads from the index. @throws AppError ERR_KNOWLEDGE_UNAVAILABLE when it cannot be read. */
export async function guardRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unavailable('The search index cannot be read.', error);
  }
}

/** Makes the index. @throws AppError ERR_KNOWLEDGE_UNAVAILABLE when it cannot be written. */
export async function guardWrite<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw unavailable('The search index cannot be written.', error);
  }
}

function unavailable(message: string, cause: unknown): AppError {
  return new AppError('ERR_KNOWLEDGE_UNAVAILABLE', message, { status: 503, cause });
}
