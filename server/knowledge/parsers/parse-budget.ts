import { formatError } from './format-error.ts';

/** What one file and everything inside of it may still cost together. */
export interface ParseBudget {
  /** Bytes that may still be unpacked. */
  readonly unpackedBytes: number;
  /** @throws AppError ERR_KNOWLEDGE_FORMAT when nothing is left. */
  takeUnpacked(bytes: number): void;
  /** Characters of text that have been read so far are counted while they are read, so that no parser collects without end. */
  takeText(characters: number): void;
}

export function createParseBudget(limits: { unpackedBytes: number; textCharacters: number }): ParseBudget {
  let unpackedBytes = limits.unpackedBytes;
  let characters = limits.textCharacters;
  return {
    get unpackedBytes() {
      return unpackedBytes;
    },
    takeUnpacked(bytes) {
      unpackedBytes -= bytes;
      if (unpackedBytes < 0) throw unpackedTooLarge();
    },
    takeText(count) {
      characters -= count;
      if (characters < 0) {
        throw formatError(
          'too-large',
          `The file holds more than ${limits.textCharacters} characters; at most that many are read. Split it and retry.`,
        );
      }
    },
  };
}

export function unpackedTooLarge(cause?: unknown): Error {
  return formatError('too-large', 'The file unpacks to more than the allowed size.', cause);
}
