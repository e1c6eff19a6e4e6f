/** Two-digit value of the first letter: 10 + its place in this string. */
const LETTER_ORDER = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

/** Taiwan national ID and UI number: a letter as two digits, nine digits, weighted sum mod 10 = 0. */
export function isTaiwanId(id: string): boolean {
  const letter = LETTER_ORDER.indexOf(id.charAt(0).toUpperCase());
  if (letter < 0) return false;
  const digits = `${letter + 10}${id.slice(1)}`;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % 10 === 0;
}
