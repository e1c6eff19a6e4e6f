import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_LENGTH = 6;

/** Whether the last six characters are the CRC-32 of those before, in base 62: what GitHub and npm put at the end of their tokens. */
export function endsWithCrc32(body: string): boolean {
  return withCrc32(body.slice(0, -CHECK_LENGTH)) === body;
}

/** The random part of a token, with its check characters. */
export function withCrc32(random: string): string {
  let rest = crc32(random);
  let check = '';
  while (check.length < CHECK_LENGTH) {
    check = BASE62.charAt(rest % BASE62.length) + check;
    rest = Math.floor(rest / BASE62.length);
  }
  return random + check;
}
