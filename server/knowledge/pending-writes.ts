import type { IndexTuning } from './index-tuning.ts';

/** What was written since the last maintenance. */
export interface PendingWrites {
  note(rows: number): void;
  hasAny(): boolean;
  /** Whether maintenance is due in an index of so many rows. */
  areMany(rows: number): boolean;
  clear(): void;
}

export function createPendingWrites(tuning: IndexTuning): PendingWrites {
  const { writesPerRound, writesShare, rowsPerRound, rowsShare } = tuning;
  let writes = 0;
  let written = 0;
  return {
    note(rows) {
      writes += 1;
      written += rows;
    },
    hasAny: () => writes > 0,
    areMany: (rows) =>
      writes >= Math.max(writesPerRound, rows * writesShare) ||
      written >= Math.max(rowsPerRound, rows * rowsShare),
    clear() {
      writes = 0;
      written = 0;
    },
  };
}
