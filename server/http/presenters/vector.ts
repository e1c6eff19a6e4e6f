/** The first `length` numbers, brought back to length 1. Only right for models trained for it (Matryoshka). */
export function shortenVector(vector: Float32Array, length: number): Float32Array {
  if (length >= vector.length) return vector;
  const head = vector.slice(0, length);
  const norm = Math.hypot(...head);
  return norm === 0 ? head : head.map((value) => value / norm);
}

/** As numbers, or as base64 of little-endian float32 (what OpenAI's clients ask for by default). */
export function encodeVector(vector: Float32Array, format: 'float' | 'base64'): number[] | string {
  if (format === 'float') return [...vector];
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}
