import { keccak256 } from './keccak256.ts';

/** EIP-55: letters of both cases are a checksum of the address. An address in one case has none, and passes. */
export function passesEip55(address: string): boolean {
  const digits = address.slice(2);
  const small = digits.toLowerCase();
  if (digits === small || digits === digits.toUpperCase()) return true;
  const hash = keccak256(small);
  return digits.split('').every((digit, index) => {
    const isBig = Number.parseInt(hash.charAt(index), 16) >= 8;
    return digit === (isBig ? digit.toUpperCase() : digit.toLowerCase());
  });
}
