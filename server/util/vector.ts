const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Base64 of little-endian float32, whatever the machine's byte order. */
export function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * BYTES);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * BYTES);
  return bytes.toString('base64');
}

/** What `encodeVector` wrote. Bytes that make no whole number are left out. */
export function decodeVector(encoded: string): Float32Array {
  const bytes = Buffer.from(encoded, 'base64');
  const length = Math.floor(bytes.length / BYTES);
  return Float32Array.from({ length }, (_, at) => bytes.readFloatLE(at * BYTES));
}

/** Brought to length 1. A vector of zeros stays as it is, and one that holds no numbers stays without them. */
export function normaliseVector(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

/** The first `length` numbers, brought back to length 1. Only right for models trained for it (Matryoshka). */
export function shortenVector(vector: Float32Array, length: number): Float32Array {
  return length >= vector.length ? vector : normaliseVector(vector.slice(0, length));
}
