/** An entry as found in a database or an export, before anything about it is believed. */
export interface StoredEntry {
  /** The leaf, byte for byte. */
  readonly bytes: Buffer;
  /** The columns beside it; an export has none. */
  readonly columns?: StoredColumns;
}

export interface StoredColumns {
  readonly seq: number;
  readonly hash: unknown;
  readonly prev: unknown;
  readonly type: unknown;
  readonly exchange: unknown;
  readonly at: unknown;
  readonly actor: unknown;
  readonly model: unknown;
  readonly decision: unknown;
}
