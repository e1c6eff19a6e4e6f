import { provinceCodes } from '../tables/province-codes.ts';
import { isPlausibleCompactDate } from './calendar.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** GB 11643-1999, ISO 7064 MOD 11-2. `id` is 17 digits and a digit or X. */
export function passesMod112(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11) === id.charAt(17).toUpperCase();
}

/** Known province and a date, whatever the check character. */
export function looksLikeResidentId(id: string): boolean {
  return provinceCodes.has(id.slice(0, 2)) && isPlausibleCompactDate(id.slice(6, 14));
}

/** An 18-character resident ID: province, date of birth, check character. */
export function isResidentId(id: string): boolean {
  return looksLikeResidentId(id) && passesMod112(id);
}
