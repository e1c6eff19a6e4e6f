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

/** The truth that the index is built from. */
export interface ChunkRow extends ChunkText {
  readonly vector: Float32Array;
}

/** What is searched: title and location count as much as the text, but are never quoted. */
export function searchTextOf(chunk: Pick<ChunkText, 'title' | 'location' | 'text'>): string {
  return [chunk.title, chunk.location, chunk.text].filter((part) => part !== '').join('\n');
}
