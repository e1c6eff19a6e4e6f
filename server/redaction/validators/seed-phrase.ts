import { createHash } from 'node:crypto';

const BITS_OF_WORD = 11;
const LENGTHS: ReadonlySet<number> = new Set([12, 15, 18, 21, 24]);

/** BIP-39: the last bits of a phrase are the first of the SHA-256 of those before, one for every three words. */
export function passesBip39(indexes: readonly number[]): boolean {
  if (!LENGTHS.has(indexes.length)) return false;
  const bits = indexes.map((index) => index.toString(2).padStart(BITS_OF_WORD, '0')).join('');
  const checkLength = indexes.length / 3;
  const entropyBits = bits.slice(0, -checkLength);
  const bytes = Buffer.from(entropyBits.match(/[01]{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const digest = createHash('sha256').update(bytes).digest();
  return (digest[0] ?? 0).toString(2).padStart(8, '0').startsWith(bits.slice(-checkLength));
}
