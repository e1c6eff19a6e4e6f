import { isDayOfMonth } from './calendar.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

const UNUSED_NINO_PREFIXES = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);
const NHS_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const UTR_WEIGHTS = [6, 7, 8, 9, 10, 5, 4, 3, 2];
const VAT_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 1];

/** National Insurance number (HMRC, NIM39110): prefixes that are not issued. Upper case. */
export function isNino(nino: string): boolean {
  return !UNUSED_NINO_PREFIXES.has(nino.slice(0, 2));
}

/** NHS number: 11 - weighted sum mod 11, where 11 is 0 and 10 is not used. */
export function isNhsNumber(digits: string): boolean {
  const check = (11 - (weightedSum(digits, NHS_WEIGHTS) % 11)) % 11;
  return check === digitAt(digits, 9) && !isRepdigit(digits);
}

/** Unique taxpayer reference: the first digit follows from the sum of the others, mod 11. */
export function isUtr(digits: string): boolean {
  return '21987654321'.charAt(weightedSum(digits.slice(1), UTR_WEIGHTS) % 11) === digits.charAt(0);
}

/** VAT number: nine digits whose weighted sum mod 97 is 0, or 42 or 55 since 2010; three of a branch may follow. */
export function isBritishVat(digits: string): boolean {
  const remainder = weightedSum(digits, VAT_WEIGHTS) % 97;
  return [0, 42, 55].includes(remainder) && !digits.startsWith('000000000');
}

/**
 * Driving licence of Great Britain: five characters of the surname, year, month (50 more for women), day, year, two
 * initials, three characters. Upper case.
 */
export function isDrivingLicence(licence: string): boolean {
  const month = Number(licence.slice(6, 8));
  return isDayOfMonth(month > 50 ? month - 50 : month, Number(licence.slice(8, 10)));
}
