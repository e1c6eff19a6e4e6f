import { createHash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Base58Check: a payload of 21 bytes, unless another length is given, then the first four bytes of their double SHA-256.
 * @param versions first bytes that are allowed; any when absent.
 */
export function passesBase58Check(text: string, versions?: readonly number[], payload = 21): boolean {
  const bytes = decodeBase58(text, payload + 4);
  if (bytes === undefined) return false;
  if (versions !== undefined && !versions.includes(bytes[0] ?? -1)) return false;
  const checksum = sha256(sha256(bytes.subarray(0, payload))).subarray(0, 4);
  return checksum.equals(bytes.subarray(payload));
}

function decodeBase58(text: string, length: number): Buffer | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(length * 2, '0');
  return hex.length === length * 2 ? Buffer.from(hex, 'hex') : undefined;
}

function sha256(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
