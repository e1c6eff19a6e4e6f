import { isDayOfMonth } from './calendar.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

const IRISH_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Dutch citizen number: weights 9 to 2 and -1 make a multiple of 11. */
export function isBsn(digits: string): boolean {
  return weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isRepdigit(digits);
}

/**
 * Belgian national register number: date of birth, sequence, 97 - the nine digits mod 97, with a 2 before them for births
 * since 2000. BIS numbers of people abroad add 20 or 40 to the month.
 */
export function isBelgianRegister(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const isDate = month % 20 === 0 || day === 0 || isDayOfMonth(month % 20, day);
  const check = Number(digits.slice(9));
  return (
    isDate &&
    month <= 52 &&
    [0, 2e9].some((century) => 97 - ((century + Number(digits.slice(0, 9))) % 97) === check)
  );
}

/** Austrian insurance number: the fourth digit checks the others, mod 11; date of birth DDMMYY, with months to 15. */
export function isSvnr(digits: string): boolean {
  const month = Number(digits.slice(6, 8));
  const isDate = month > 12 ? month <= 15 : isDayOfMonth(month, Number(digits.slice(4, 6)));
  return (
    digits >= '1' && isDate && weightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(digits, 3)
  );
}

/** Swiss insurance number: EAN-13 that begins with 756. */
export function isAhv(digits: string): boolean {
  return digits.startsWith('756') && weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Portuguese tax number: 11 - weighted sum mod 11, 0 where that has two digits; known first digits. */
export function isPortugueseNif(digits: string): boolean {
  const check = 11 - (weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:[1235689]|45|4[0-9])/.test(digits) && (check >= 10 ? 0 : check) === digitAt(digits, 8);
}

/** Irish PPS number: seven digits, check letter mod 23; a second letter adds nine times its value. Upper case. */
export function isPpsn(number: string): boolean {
  return irishCheckLetter(number.slice(0, 7), number.charAt(8)) === number.charAt(7);
}

/** The letter after seven digits; W and the absence of a second letter count 0. */
export function irishCheckLetter(digits: string, second: string): string {
  const extra = Math.max(0, IRISH_LETTERS.indexOf(second === '' ? 'W' : second));
  return IRISH_LETTERS.charAt((weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * extra) % 23);
}
