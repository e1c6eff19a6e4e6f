import { passesLuhn } from './luhn.ts';
import { digitAt, isRepdigit } from './weighted-sum.ts';

/** Israeli identity number: nine digits that pass Luhn. */
export function isIsraeliId(digits: string): boolean {
  return passesLuhn(digits) && !isRepdigit(digits);
}

/** Emirates ID: 784, a year of birth, and Luhn over all 15 digits. */
export function isEmiratesId(digits: string): boolean {
  const year = Number(digits.slice(3, 7));
  return digits.startsWith('784') && year >= 1900 && year <= 2099 && passesLuhn(digits);
}

/**
 * Turkish identity number: the tenth digit is seven times the odd places less the even ones, mod 10; the eleventh is
 * the sum of the first ten, mod 10.
 */
export function isTckn(digits: string): boolean {
  let odd = 0;
  let even = 0;
  for (let index = 0; index < 9; index += 1) {
    if (index % 2 === 0) odd += digitAt(digits, index);
    else even += digitAt(digits, index);
  }
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return digits >= '1' && tenth === digitAt(digits, 9) && (odd + even + tenth) % 10 === digitAt(digits, 10);
}

/** Pakistani identity card: province 1 to 8 (9 for people abroad), and a last digit for sex that is never 0. */
export function isCnic(digits: string): boolean {
  return digits >= '1' && !digits.endsWith('0') && !isRepdigit(digits);
}
