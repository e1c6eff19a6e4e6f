import { countryCodes } from '../tables/country-codes.ts';

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Universal Postal Union S10: two letters, eight digits, their check digit (weights 8 6 4 2 3 5 9 7, mod 11), country. Upper case. */
export function isPostalItem(item: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(item.charAt(2 + index)), 0);
  const remainder = 11 - (sum % 11);
  const check = remainder === 10 ? 0 : remainder === 11 ? 5 : remainder;
  return check === Number(item.charAt(10)) && countryCodes.has(item.slice(11));
}
