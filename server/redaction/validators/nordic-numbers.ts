import { isDayOfMonth, startsWithYymmdd } from './calendar.ts';
import { passesLuhn } from './luhn.ts';
import { digitAt, weightedSum } from './weighted-sum.ts';

const NORWEGIAN_FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const NORWEGIAN_SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const DANISH_WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const FINNISH_CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Swedish personal number, ten digits or twelve: date of birth, three digits, Luhn over ten. */
export function isPersonnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  const isCentury = digits.length === 10 || /^(18|19|20)/.test(digits);
  return isCentury && startsWithYymmdd(ten) && passesLuhn(ten);
}

/** The same for people who are not registered: 60 is added to the day. */
export function isSamordningsnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  const isCentury = digits.length === 10 || /^(18|19|20)/.test(digits);
  return isCentury && isDayOfMonth(Number(ten.slice(2, 4)), Number(ten.slice(4, 6)) - 60) && passesLuhn(ten);
}

/** Swedish organisation number: a third digit of 2 or more, which no month has, and Luhn. */
export function isSwedishOrganisation(digits: string): boolean {
  return digits >= '1' && digits.charAt(2) >= '2' && passesLuhn(digits);
}

/** Norwegian birth number: two weighted sums that are 0 mod 11. D numbers add 40 to the day. */
export function isFodselsnummer(digits: string, kind: 'birth' | 'd'): boolean {
  const day = Number(digits.slice(0, 2)) - (kind === 'd' ? 40 : 0);
  return (
    isDayOfMonth(Number(digits.slice(2, 4)), day) &&
    weightedSum(digits, NORWEGIAN_FIRST) % 11 === 0 &&
    weightedSum(digits, NORWEGIAN_SECOND) % 11 === 0
  );
}

/** Danish CPR number with the check digit that all numbers had until 2007. */
export function isCpr(digits: string): boolean {
  return weightedSum(digits, DANISH_WEIGHTS) % 11 === 0;
}

/** Finnish personal identity code without its century sign: number mod 31 gives the last character. Upper case. */
export function isHetu(code: string): boolean {
  const number = Number(code.slice(0, 9));
  const isDate = isDayOfMonth(Number(code.slice(2, 4)), Number(code.slice(0, 2)));
  return isDate && code.slice(6, 9) >= '002' && FINNISH_CHECK.charAt(number % 31) === code.charAt(9);
}

/** Danish company number. */
export function isCvr(digits: string): boolean {
  return digits >= '1' && weightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Norwegian organisation number. */
export function isNorwegianOrganisation(digits: string): boolean {
  return /^[89]/.test(digits) && weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Finnish business number. */
export function isYTunnus(digits: string): boolean {
  return weightedSum(digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 && digitAt(digits, 7) < 10;
}
