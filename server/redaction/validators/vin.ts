const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const LETTER_VALUES = '12345678012345070923456789';

/** ISO 3779: the ninth character is the weighted sum mod 11 (X for 10). Upper case. */
export function isVin(vin: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * valueOf(vin.charAt(index)), 0);
  return '0123456789X'.charAt(sum % 11) === vin.charAt(8);
}

/** A to H are 1 to 8, J to R 1 to 9 without O and Q, S to Z 2 to 9. */
function valueOf(character: string): number {
  const digit = Number(character);
  return Number.isNaN(digit) ? Number(LETTER_VALUES.charAt(character.charCodeAt(0) - 0x41)) : digit;
}
