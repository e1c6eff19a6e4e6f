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

/** Base64 of little-endian float32, whatever the machine's byte order. */
export function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes.toString('base64');
}

export function decodeVector(encoded: string): Float32Array {
  const bytes = Buffer.from(encoded, 'base64');
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}

/** What is searched: title and location count as much as the text, but are never quoted. */
export function searchTextOf(chunk: Pick<ChunkText, 'title' | 'location' | 'text'>): string {
  return [chunk.title, chunk.location, chunk.text].filter((part) => part !== '').join('\n');
}
