import { type MaskStatistics, readMaskStatistics } from '../insights/mask-statistics.ts';
import type { TimeRange } from '../insights/time-buckets.ts';
import { createOverview, type OverviewDeps, type ReadOverview } from './overview.ts';

/** Numbers about many exchanges, for those who watch the product. */
export interface Figures {
  readonly overview: ReadOverview;
  /** What was masked in a time, whose days are those of a zone. */
  readonly maskStatistics: (range: TimeRange, zone: string) => Promise<MaskStatistics>;
}

export function createFigures(deps: OverviewDeps): Figures {
  return {
    overview: createOverview(deps),
    maskStatistics: (range, zone) => readMaskStatistics(deps.db, range, zone),
  };
}
