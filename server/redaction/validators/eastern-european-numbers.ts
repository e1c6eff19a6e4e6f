import { isDayOfMonth } from './calendar.ts';
import { passesLuhn } from './luhn.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

/** Polish PESEL: weights 1 3 7 9, and a date whose month carries the century. */
export function isPesel(digits: string): boolean {
  const isDate = isDayOfMonth(Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6)));
  return isDate && weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** Polish tax number: weighted sum mod 11. */
export function isNip(digits: string): boolean {
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(digits, 9) && !isRepdigit(digits);
}

/**
 * Czech and Slovak birth number: date, 50 more in the month for women (20 more when a day ran out of numbers), divisible by
 * 11; numbers of nine digits were given until 1953 and have no check.
 */
export function isBirthNumber(digits: string): boolean {
  const month = (Number(digits.slice(2, 4)) % 50) % 20;
  if (!isDayOfMonth(month, Number(digits.slice(4, 6)))) return false;
  if (digits.length === 9) return Number(digits.slice(0, 2)) <= 53;
  // Until 1985 a remainder of 10 was written as 0.
  const isEarly = digits.slice(0, 2) >= '54' && digits.slice(0, 2) <= '85';
  return (
    Number(digits) % 11 === 0 || (isEarly && digits.endsWith('0') && Number(digits.slice(0, 9)) % 11 === 10)
  );
}

/** Romanian CNP: sex and century, date, county, weighted sum mod 11 with 10 written as 1. */
export function isCnp(digits: string): boolean {
  const county = Number(digits.slice(7, 9));
  const isPlace = (county >= 1 && county <= 48) || county === 51 || county === 52 || county === 70;
  const check = weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  const isDate = isDayOfMonth(Number(digits.slice(3, 5)), Number(digits.slice(5, 7)));
  return digits >= '1' && isDate && isPlace && (check === 10 ? 1 : check) === digitAt(digits, 12);
}

/** Greek AMKA: date of birth DDMMYY and Luhn. */
export function isAmka(digits: string): boolean {
  return isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(0, 2))) && passesLuhn(digits);
}

/** Russian taxpayer number: one check digit for ten digits, two for twelve, weighted sums mod 11 mod 10. */
export function isInn(digits: string): boolean {
  if (isRepdigit(digits)) return false;
  if (digits.length === 10)
    return (weightedSum(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(digits, 9);
  return (
    (weightedSum(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(digits, 10) &&
    (weightedSum(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(digits, 11)
  );
}

/** Russian insurance account number: weights 9 to 1, mod 101, 100 written as 00. */
export function isSnils(digits: string): boolean {
  const check = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return digits.slice(0, 9) > '001001998' && (check === 100 ? 0 : check) === Number(digits.slice(9));
}
