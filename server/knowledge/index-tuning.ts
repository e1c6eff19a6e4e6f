/** What `npm run bench:knowledge` tries other values of; docs/knowledge.md has what they find and cost. */
export interface IndexTuning {
  /** Old versions are kept this long for readers that are still at work, milliseconds. */
  readonly keepMs: number;
  /**
   * Writes, and rows written, between two rounds of maintenance, and the shares of all rows that they grow to. A write leaves
   * a version and files, and a row is searched apart; but a round rewrites the whole index, 10 to 30 s for 100,000 rows.
   */
  readonly writesPerRound: number;
  readonly writesShare: number;
  readonly rowsPerRound: number;
  readonly rowsShare: number;
  /** From this many rows on, maintenance runs in a process of its own, whose end gives back the 100 MiB that a round leaves. */
  readonly apartFrom: number;
  /** From this many rows on, vectors are sorted into partitions; below, comparing all of them is as fast. */
  readonly partitionedFrom: number;
  readonly partitions: number;
  /** Rows per partition that its centre is found from, and how often it is moved: the engine's own 256 and 50 take eight times as long. */
  readonly sampleRate: number;
  readonly maxIterations: number;
  /** Partitions that a search looks into. */
  readonly probes: number;
  /** What the engine may keep in memory of its index, and of what it knows of its files. Its own bounds are 6 and 1 GiB. */
  readonly indexCacheBytes: number;
  readonly fileCacheBytes: number;
}

export const indexTuning: IndexTuning = {
  keepMs: 60_000,
  writesPerRound: 25,
  writesShare: 1 / 500,
  rowsPerRound: 5_000,
  rowsShare: 1 / 5,
  apartFrom: 20_000,
  partitionedFrom: 20_000,
  partitions: 256,
  sampleRate: 32,
  maxIterations: 10,
  probes: 128,
  indexCacheBytes: 256 * 2 ** 20,
  fileCacheBytes: 64 * 2 ** 20,
};
