import type { Period } from './document.ts';

/** A chunk as it is stored. */
export interface ChunkText {
  readonly id: string;
  readonly document: string;
  readonly collection: string;
  readonly position: number;
  readonly title: string;
  readonly location: string;
  readonly text: string;
}

/** What decides whether a chunk may be found: that of its document. */
export interface ChunkRules extends Period {
  /** Id of the access group. */
  readonly group: string;
  /** Version of the document. */
  readonly version: number;
}

/** The truth that the index is built from. */
export interface ChunkRow extends ChunkText, ChunkRules {
  readonly vector: Float32Array;
}

/** What is searched: title and location count as much as the text, but are never quoted. */
export function searchTextOf(chunk: Pick<ChunkText, 'title' | 'location' | 'text'>): string {
  return [chunk.title, chunk.location, chunk.text].filter((part) => part !== '').join('\n');
}
