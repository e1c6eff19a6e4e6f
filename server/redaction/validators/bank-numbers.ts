import { weightedSum } from './weighted-sum.ts';

const ABA_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1];
const CLABE_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];

/** Routing number of the American Bankers Association: Federal Reserve prefix, weights 3 7 1, mod 10. Nine digits. */
export function isAbaRouting(digits: string): boolean {
  return /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digits) && !/^0{9}$/.test(digits)
    ? weightedSum(digits, ABA_WEIGHTS) % 10 === 0
    : false;
}

/** CLABE of Mexico: weights 3 7 1, each product mod 10. Eighteen digits. */
export function isClabe(digits: string): boolean {
  const sum = CLABE_WEIGHTS.reduce(
    (total, weight, index) => total + ((weight * Number(digits.charAt(index))) % 10),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(17));
}

/** Bank codes of the China National Advanced Payment System: the first three of twelve digits. */
export function isCnaps(digits: string): boolean {
  return /^(?:001|011|10[2-5]|20[1-3]|30[1-9]|31[0-9]|32[0-3]|40[1-3]|5\d\d|6\d\d|7\d\d|9\d\d)/.test(digits);
}

/** First letter and digits of securities accounts in Shanghai (A to F) and Shenzhen. */
export function isSecuritiesAccount(account: string): boolean {
  return /^[A-F]\d{9}$|^(?:0[0-8]|19)\d{8}$/.test(account);
}
