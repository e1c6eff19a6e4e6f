import { createHash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58Check: 21 bytes of payload, then the first four bytes of their double SHA-256. */
export function passesBase58Check(text: string): boolean {
  const bytes = decodeBase58(text);
  if (bytes?.length !== 25) return false;
  const checksum = sha256(sha256(bytes.subarray(0, 21))).subarray(0, 4);
  return checksum.equals(bytes.subarray(21));
}

function decodeBase58(text: string): Buffer | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(50, '0');
  return hex.length === 50 ? Buffer.from(hex, 'hex') : undefined;
}

function sha256(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
