import { repeat } from './repeat.ts';

const HOUR_MS = 3_600_000;

/** Does something now and every hour; see `repeat`. */
export function everyHour(
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  return repeat(HOUR_MS, work, failed);
}
