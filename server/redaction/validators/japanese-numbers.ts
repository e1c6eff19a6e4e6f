import { digitAt, weightedSum } from './weighted-sum.ts';

const PERSON_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const CORPORATE_WEIGHTS = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
const LICENCE_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Individual number: eleven digits and 11 - weighted sum mod 11, 0 where that has two digits. */
export function isMyNumber(digits: string): boolean {
  return mod11Digit(weightedSum(digits, PERSON_WEIGHTS)) === digitAt(digits, 11);
}

/** Corporate number: the first digit is 9 - weighted sum of the others mod 9. */
export function isJapaneseCorporateNumber(digits: string): boolean {
  return 9 - (weightedSum(digits.slice(1), CORPORATE_WEIGHTS) % 9) === digitAt(digits, 0);
}

/** Driving licence: the eleventh digit checks the first ten; the last one counts reissues. */
export function isJapaneseLicence(digits: string): boolean {
  return mod11Digit(weightedSum(digits, LICENCE_WEIGHTS)) === digitAt(digits, 10);
}

function mod11Digit(sum: number): number {
  const check = 11 - (sum % 11);
  return check >= 10 ? 0 : check;
}
