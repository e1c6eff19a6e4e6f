const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/** BIP-173 and BIP-350: the checksum of a segwit address. Lower case. */
export function passesBech32(prefix: string, data: string): boolean {
  const values = data.split('').map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return false;
  const codes = prefix.split('').map((character) => character.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...values];
  const result = polymod(expanded);
  return result === BECH32 || result === BECH32M;
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [index, factor] of GENERATOR.entries()) if ((top >>> index) & 1) check ^= factor;
  }
  return check >>> 0;
}
