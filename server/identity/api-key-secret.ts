import { timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RandomBytes } from '../util/random.ts';

/**
 * `imk_`, 256 random bits in 43 base-62 digits, CRC-32 of those in 6. The prefix lets secret scanners find a
 * leaked key; the checksum lets us refuse a mistyped one without asking the database.
 */
const PREFIX = 'imk_';
const RANDOM_BYTES = 32;
const BODY_DIGITS = 43;
const CHECK_DIGITS = 6;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const pattern = new RegExp(`^${PREFIX}[0-9A-Za-z]{${BODY_DIGITS + CHECK_DIGITS}}$`);

export function composeApiKeySecret(random: RandomBytes): string {
  const body = encodeBase62(BigInt(`0x${random(RANDOM_BYTES).toString('hex')}`), BODY_DIGITS);
  return PREFIX + body + checksum(body);
}

/** Whether this has the form of a secret we may have issued. */
export function isApiKeySecret(text: string): boolean {
  if (!pattern.test(text)) return false;
  const body = text.slice(PREFIX.length, -CHECK_DIGITS);
  return timingSafeEqual(Buffer.from(text.slice(-CHECK_DIGITS)), Buffer.from(checksum(body)));
}

function checksum(body: string): string {
  return encodeBase62(BigInt(crc32(body)), CHECK_DIGITS);
}

function encodeBase62(value: bigint, digits: number): string {
  let rest = value;
  let text = '';
  for (let count = 0; count < digits; count += 1) {
    text = alphabet.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}
