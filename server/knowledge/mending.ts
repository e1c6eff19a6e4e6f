import { AppError } from '../errors.ts';

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
