import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import type { ChunkRow } from './chunk-row.ts';
import type { IndexHit } from './index-rows.ts';
import type { IndexTuning } from './index-tuning.ts';
import type { VisibleSet } from './visible-set.ts';

/** The search index: derived data that can be thrown away and rebuilt. */
export interface IndexStore {
  /** By the id of each chunk, the key of its row: see `keyOfRow`. */
  keys(): Promise<Map<string, string>>;
  /** The vectors of these chunks, as far as they are there. */
  vectors(chunks: readonly string[]): Promise<Pick<ChunkRow, 'id' | 'vector'>[]>;
  /** How many chunks may be found. */
  count(visible: VisibleSet): Promise<number>;
  add(chunks: readonly ChunkRow[]): Promise<void>;
  /** Puts chunks in the place of those with the same ids, all at once. */
  replace(chunks: readonly ChunkRow[]): Promise<void>;
  removeChunks(chunks: readonly string[]): Promise<void>;
  removeDocument(document: string): Promise<void>;
  /** Removes the chunks of every version of a document but this one. */
  keepVersion(document: string, version: number): Promise<void>;
  removeCollection(collection: string): Promise<void>;
  searchText(terms: readonly string[], visible: VisibleSet, limit: number): Promise<IndexHit[]>;
  searchVector(vector: Float32Array, visible: VisibleSet, limit: number): Promise<IndexHit[]>;
  /** Merges files, brings the text index up to date and drops old versions. */
  maintain(): Promise<void>;
  /** As `maintain`, when anything was written since the last time. */
  tidy(): Promise<void>;
  /** Whether every row, and words and vectors can be read. */
  isSound(): Promise<boolean>;
  /** Empties the index. */
  reset(): Promise<void>;
  close(): void;
}

export interface IndexStoreOptions {
  readonly directory: string;
  readonly dimensions: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tuning?: Partial<IndexTuning>;
}
