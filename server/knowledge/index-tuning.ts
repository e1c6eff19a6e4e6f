/** What `npm run bench:knowledge` tries other values of; docs/knowledge.md has what they find and cost. */
export interface IndexTuning {
  /** Old versions are kept this long for readers that are still at work, milliseconds. */
  readonly keepMs: number;
  /** Writes, and rows written, between two rounds of maintenance: a write leaves a version and files, a row is searched apart. */
  readonly writesPerRound: number;
  readonly rowsPerRound: number;
  /** From this many rows on, vectors are sorted into partitions; below, comparing all of them is as fast. */
  readonly partitionedFrom: number;
  readonly partitions: number;
  /** Partitions that a search looks into. */
  readonly probes: number;
}

export const indexTuning: IndexTuning = {
  keepMs: 60_000,
  writesPerRound: 25,
  rowsPerRound: 5_000,
  partitionedFrom: 20_000,
  partitions: 64,
  probes: 24,
};
