const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
const LETTERS: Readonly<Record<string, string>> = {
  S: 'JZIHGFEDCBA',
  T: 'JZIHGFEDCBA',
  F: 'XWUTRQPNMLK',
  G: 'XWUTRQPNMLK',
  M: 'XWUTRQPNJLK',
};
const OFFSETS: Readonly<Record<string, number>> = { T: 4, G: 4, M: 3 };

/** Singapore NRIC and FIN: prefix, seven weighted digits, check letter from the prefix's table. Upper case. */
export function isNric(id: string): boolean {
  const prefix = id.charAt(0);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id.charAt(index + 1)), 0);
  const remainder = (sum + (OFFSETS[prefix] ?? 0)) % 11;
  return LETTERS[prefix]?.charAt(remainder) === id.charAt(8);
}
