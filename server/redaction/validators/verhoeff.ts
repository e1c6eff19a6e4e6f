/** The dihedral group D5 and the permutation of Verhoeff's scheme, rows as digit strings. */
const PRODUCT = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTATION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff's check over all digits, the last one being the check digit. */
export function passesVerhoeff(digits: string): boolean {
  let state = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const permuted = Number(PERMUTATION[index % 8]?.charAt(digit));
    state = Number(PRODUCT[state]?.charAt(permuted));
  }
  return state === 0;
}
