import type { MaskStatistics } from '../../../data/mask-statistics.ts';

/** Stands for all types without a series of their own. */
export const OTHERS = 'others';

/** What the chart tells apart: the types that the server counts over time, most first, and the rest as one. */
export function seriesOf({ types, buckets }: MaskStatistics): readonly string[] {
  const counted = new Set(buckets.flatMap((bucket) => bucket.types.map(({ type }) => type)));
  const names = types.map(({ type }) => type).filter((type) => counted.has(type));
  return names.length < types.length ? [...names, OTHERS] : names;
}

/** Numbers of one day or hour by series. */
export function countsOf({
  masked,
  types,
}: MaskStatistics['buckets'][number]): Readonly<Record<string, number>> {
  const apart = types.reduce((sum, { count }) => sum + count, 0);
  return { ...Object.fromEntries(types.map(({ type, count }) => [type, count])), [OTHERS]: masked - apart };
}
