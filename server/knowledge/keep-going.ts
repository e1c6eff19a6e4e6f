import { AppError } from '../errors.ts';

/** Runs one writer after the other. A failed one does not stop the next. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Does a piece of reading again after one rebuild when the index cannot be read. Readers that meet share the rebuild. */
export function createMending(rebuild: () => Promise<void>): <T>(read: () => Promise<T>) => Promise<T> {
  let rebuilding: Promise<void> | undefined;
  return async (read) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'ERR_KNOWLEDGE_UNAVAILABLE') throw error;
      rebuilding ??= rebuild().finally(() => {
        rebuilding = undefined;
      });
      await rebuilding;
      return read();
    }
  };
}
