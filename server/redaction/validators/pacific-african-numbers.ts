import { isDayOfMonth } from './calendar.ts';
import { passesLuhn } from './luhn.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

/** Australian tax file number of nine digits, or eight in the oldest ones: weighted sum is 0 mod 11. */
export function isTfn(digits: string): boolean {
  const weights = digits.length === 8 ? [10, 7, 8, 4, 6, 3, 5, 1] : [1, 4, 3, 7, 5, 8, 6, 9, 10];
  return weightedSum(digits, weights) % 11 === 0 && !isRepdigit(digits);
}

/** Australian business number: 1 is taken from the first digit, then the weighted sum is 0 mod 89. */
export function isAbn(digits: string): boolean {
  const sum = weightedSum(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10;
  return digits >= '1' && sum % 89 === 0;
}

/** Australian company number: weights 8 to 1, mod 10. */
export function isAcn(digits: string): boolean {
  const check = (10 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10;
  return check === digitAt(digits, 8) && !isRepdigit(digits);
}

/** Australian Medicare card: the ninth digit is the weighted sum of eight, mod 10; issue and person may follow. */
export function isMedicare(digits: string): boolean {
  return /^[2-6]/.test(digits) && weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8);
}

/** New Zealand IRD number: weighted sum mod 11; a second set of weights where the first gives 10. */
export function isIrd(digits: string): boolean {
  const padded = digits.padStart(9, '0');
  const first = (11 - (weightedSum(padded, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  const check = first === 10 ? (11 - (weightedSum(padded, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11 : first;
  const number = Number(digits);
  return number >= 10_000_000 && number <= 150_000_000 && check === digitAt(padded, 8);
}

/** South African identity number: date of birth, sequence, citizenship 0 to 2, Luhn. */
export function isSouthAfricanId(digits: string): boolean {
  const isDate = isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
  return isDate && digits.charAt(10) <= '2' && passesLuhn(digits);
}
