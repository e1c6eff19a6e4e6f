import { isDayOfMonth } from './calendar.ts';
import { passesLuhn } from './luhn.ts';
import { passesVerhoeff } from './verhoeff.ts';
import { weightedSum } from './weighted-sum.ts';

const GSTIN_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PH_TIN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

/** Aadhaar (UIDAI): Verhoeff; never begins with 0 or 1, and never reads the same from both ends. */
export function isAadhaar(digits: string): boolean {
  return digits >= '2' && digits !== digits.split('').toReversed().join('') && passesVerhoeff(digits);
}

/** GST number: state 01 to 38, PAN, entity, Z, and a check character of weights 1 2 over 36 values. Upper case. */
export function isGstin(gstin: string): boolean {
  return isGstState(gstin) && gstinCheck(gstin) === gstin.charAt(14);
}

/** Whether the first two digits are a state or a union territory. */
export function isGstState(gstin: string): boolean {
  const state = Number(gstin.slice(0, 2));
  return state >= 1 && state <= 37;
}

function gstinCheck(gstin: string): string {
  let sum = 0;
  for (let index = 0; index < 14; index += 1) {
    const product = GSTIN_ALPHABET.indexOf(gstin.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return GSTIN_ALPHABET.charAt((36 - (sum % 36)) % 36);
}

/** Indonesian population number: province 11 to 94, and day (40 more for women), month and year of birth. */
export function isNik(digits: string): boolean {
  const province = Number(digits.slice(0, 2));
  const day = Number(digits.slice(6, 8));
  return (
    province >= 11 && province <= 94 && isDayOfMonth(Number(digits.slice(8, 10)), day > 40 ? day - 40 : day)
  );
}

/** Indonesian tax number: Luhn over the first nine digits; a tenth one before them when it has 16. */
export function isNpwp(digits: string): boolean {
  return digits.length === 15
    ? passesLuhn(digits.slice(0, 9))
    : passesLuhn(digits.slice(1, 10)) && digits.startsWith('0');
}

/** Philippine tax number: the ninth digit is the weighted sum of the others mod 11; three digits of a branch may follow. */
export function isPhilippineTin(digits: string): boolean {
  return (
    String(weightedSum(digits, PH_TIN_WEIGHTS) % 11) === digits.charAt(8) && !digits.startsWith('00000000')
  );
}

/** Thai ID: check digit = (11 - weighted sum 13 to 2 mod 11) mod 10; the first digit says the kind of person, the next two the province, 10 to 96. */
export function isThaiId(digits: string): boolean {
  const sum = weightedSum(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const province = Number(digits.slice(1, 3));
  return (
    digits >= '1' &&
    province >= 10 &&
    province <= 96 &&
    (11 - (sum % 11)) % 10 === digits.charCodeAt(12) - 0x30
  );
}

/** Vietnamese citizen number: province 001 to 096, sex and century 0 to 3 for births of 1900 to 2099. */
export function isVietnameseCitizen(digits: string): boolean {
  const province = Number(digits.slice(0, 3));
  return province >= 1 && province <= 96 && digits.charAt(3) <= '3';
}

/** Malaysian identity card: date of birth and the code of a state or country. */
export function isMyKad(digits: string): boolean {
  const place = Number(digits.slice(6, 8));
  const isPlace =
    (place >= 1 && place <= 16) ||
    (place >= 21 && place <= 68) ||
    (place >= 71 && place <= 99 && place !== 73);
  return isPlace && isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}
