import { type ChunkDraft, chunkBlocks } from '../../server/knowledge/chunk-blocks.ts';

/** A document to search, cut as an import cuts it. */
export interface SetDocument {
  readonly id: string;
  readonly title: string;
  readonly chunks: readonly ChunkDraft[];
}

export interface SetQuery {
  readonly text: string;
  /** Ids of the documents that answer it. */
  readonly relevant: readonly string[];
}

/** Questions with the documents that answer them. */
export interface RetrievalSet {
  readonly name: string;
  readonly documents: readonly SetDocument[];
  readonly queries: readonly SetQuery[];
}

/** Text without a title, such as a paragraph of an article. */
export function plainDocument(id: string, text: string): SetDocument {
  return { id, title: '', chunks: chunkBlocks([{ location: '', text }]) };
}

/** An even sample of at most `most`, the same at each run. */
export function thinOut<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, at) => items[Math.floor(at * step)]).filter(
    (item) => item !== undefined,
  );
}
