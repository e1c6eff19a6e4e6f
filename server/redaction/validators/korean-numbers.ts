import { startsWithYymmdd } from './calendar.ts';
import { digitAt, weightedSum } from './weighted-sum.ts';

const RESIDENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** Date of birth and digit of sex and century, 1 to 4 for Koreans and 5 to 8 for foreigners. Numbers issued after October 2020 have no check digit. */
export function looksLikeRrn(digits: string, kind: 'korean' | 'foreign'): boolean {
  const sex = digitAt(digits, 6);
  return startsWithYymmdd(digits) && (kind === 'korean' ? sex >= 1 && sex <= 4 : sex >= 5 && sex <= 8);
}

/** Resident registration number: 11 - weighted sum mod 11; foreigners' numbers add 2. */
export function isRrn(digits: string, kind: 'korean' | 'foreign'): boolean {
  const sum = weightedSum(digits, RESIDENT_WEIGHTS) % 11;
  const check = (kind === 'korean' ? 11 - sum : 13 - sum) % 10;
  return looksLikeRrn(digits, kind) && check === digitAt(digits, 12);
}

/** Business registration number: weights 1 3 7 1 3 7 1 3 5, and the tens of the last product once more. */
export function isKoreanBusinessNumber(digits: string): boolean {
  const sum = weightedSum(digits, BUSINESS_WEIGHTS) + Math.floor((digitAt(digits, 8) * 5) / 10);
  return (
    (10 - (sum % 10)) % 10 === digitAt(digits, 9) &&
    digits.slice(0, 3) >= '101' &&
    digits.slice(3, 5) !== '00'
  );
}
