import { encodeVector } from '../../util/vector.ts';

/** As numbers, or as base64 of little-endian float32 (what OpenAI's clients ask for by default). */
export function presentVector(vector: Float32Array, format: 'float' | 'base64'): number[] | string {
  return format === 'float' ? [...vector] : encodeVector(vector);
}
