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

/** The sealed content of an entry, as found in a database. Contents come in the order of their numbers. */
export interface StoredContent {
  readonly seq: number;
  /** Base64; anything else when the row is damaged. */
  readonly sealed: unknown;
}

/** What a log is read as. A content comes after its entry, and no more than a page of entries later. */
export type StoredItem = StoredEntry | StoredContent;

/** Entries that a reader may give before the contents that stand beside them. */
export const PAGE_ENTRIES = 250;
