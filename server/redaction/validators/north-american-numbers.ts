import { passesLuhn } from './luhn.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

/** Numbers that were printed in advertisements (Social Security Administration). */
const ADVERTISED_SSNS = new Set(['078051120', '219099999', '457555462']);
/** Prefixes of employer numbers that the IRS has never given out. */
const UNUSED_EIN_PREFIXES = new Set('00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '));

/** Social Security number: area, group and serial that are given out. */
export function isSsn(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900') return false;
  if (digits.slice(3, 5) === '00' || digits.slice(5) === '0000') return false;
  return !ADVERTISED_SSNS.has(digits) && !isRepdigit(digits);
}

/** Individual taxpayer number: 9, and a group of 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRS). */
export function isItin(digits: string): boolean {
  const group = Number(digits.slice(3, 5));
  return digits.startsWith('9') && group >= 50 && ![66, 67, 68, 69, 89, 93].includes(group);
}

/** Employer number: prefix of an IRS campus or of the internet. */
export function isEin(digits: string): boolean {
  return !UNUSED_EIN_PREFIXES.has(digits.slice(0, 2));
}

/** National provider number: Luhn with the issuer's 80840 before it (45 CFR 162.406). */
export function isNpi(digits: string): boolean {
  return /^[12]/.test(digits) && !isRepdigit(digits.slice(0, 9)) && passesLuhn(`80840${digits}`);
}

/** DEA registration: odd places plus twice the even ones end in the last digit. */
export function isDea(number: string): boolean {
  const digits = number.slice(2);
  return weightedSum(digits, [1, 2, 1, 2, 1, 2]) % 10 === digitAt(digits, 6);
}

/** Canadian social insurance number: Luhn; 0 and 8 are not given out as first digits. */
export function isSin(digits: string): boolean {
  return /^[1-79]/.test(digits) && passesLuhn(digits) && !isRepdigit(digits);
}

/** Personal health number of British Columbia: 9, then weights 2 4 8 5 10 9 7 3, mod 11. */
export function isBritishColumbiaPhn(digits: string): boolean {
  const check = (11 - (weightedSum(digits, [0, 2, 4, 8, 5, 10, 9, 7, 3]) % 11)) % 11;
  return digits.startsWith('9') && check === digitAt(digits, 9);
}
