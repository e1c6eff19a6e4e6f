import { passesMod1110 } from './iso-7064.ts';
import { isDayOfMonth } from './calendar.ts';
import { digitAt } from './weighted-sum.ts';

const PENSION_WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
const HEALTH_WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
const PENSION_AREAS = new Set(
  '02 03 04 08 09 10 11 12 13 14 15 16 17 18 19 20 21 23 24 25 26 28 29 38 39 40 42 43 44 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 89'.split(
    ' ',
  ),
);

/**
 * Identification number of a taxpayer: ISO 7064 MOD 11,10, and none of the first ten digits more than three times. That one
 * of them stands twice or thrice is not asked for: numbers of examples and test systems break it.
 */
export function isSteuerId(digits: string): boolean {
  return !digits.startsWith('0') && mostOften(digits.slice(0, 10)) <= 3 && passesMod1110(digits);
}

function mostOften(digits: string): number {
  return Math.max(...digits.split('').map((digit) => digits.split(digit).length - 1));
}

/** USt-IdNr without its prefix: ISO 7064 MOD 11,10. */
export function isGermanVat(digits: string): boolean {
  return !digits.startsWith('0') && passesMod1110(digits);
}

/** Pension insurance number: area, date of birth, initial, serial, check digit over digit sums. Upper case. */
export function isPensionNumber(number: string): boolean {
  const day = Number(number.slice(2, 4));
  const month = Number(number.slice(4, 6));
  // Days above 31 are given when a day has run out of numbers.
  if (!PENSION_AREAS.has(number.slice(0, 2)) || !isDayOfMonth(month, day > 50 ? day - 50 : day)) return false;
  const digits = `${number.slice(0, 8)}${letterPair(number.charAt(8))}${number.slice(9, 11)}`;
  return digitSum(digits, PENSION_WEIGHTS) % 10 === digitAt(number, 11);
}

/** Health insurance number: letter as two digits, eight digits, check digit over digit sums. Upper case. */
export function isKvnr(number: string): boolean {
  const digits = `${letterPair(number.charAt(0))}${number.slice(1, 9)}`;
  return digitSum(digits, HEALTH_WEIGHTS) % 10 === digitAt(number, 9);
}

function letterPair(letter: string): string {
  return String(letter.charCodeAt(0) - 0x40).padStart(2, '0');
}

function digitSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const product = weight * digitAt(digits, index);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum;
}
