import { createHmac } from 'node:crypto';
import { CHECK_LETTERS } from './placeholder.ts';

/** 16 of 21 letters are 70 bits: two of a billion values share a hash with a chance of one in two thousand. */
const LETTERS = 16;

/**
 * Stands for a value and cannot be turned back: HMAC-SHA-256 (RFC 2104) of label and value, truncated (SP 800-107, 5.1).
 * Letters only, so that no rule takes it for a number or a key. Without the key nobody can try values until one fits.
 * @param canonical the form that all written forms of a value share
 */
export function keyedHash(key: Uint8Array, label: string, canonical: string): string {
  const digest = createHmac('sha256', key).update(`hash ${label} ${canonical}`).digest('hex');
  let rest = BigInt(`0x${digest}`);
  let letters = '';
  const base = BigInt(CHECK_LETTERS.length);
  for (let count = 0; count < LETTERS; count += 1) {
    letters += CHECK_LETTERS.charAt(Number(rest % base));
    rest /= base;
  }
  return `[${label}#${letters}]`;
}
