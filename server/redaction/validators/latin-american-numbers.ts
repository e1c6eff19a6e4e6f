import { isDayOfMonth } from './calendar.ts';
import { digitAt, isRepdigit, weightedSum } from './weighted-sum.ts';

const CURP_ALPHABET = '0123456789ABCDEFGHIJKLMN_OPQRSTUVWXYZ';
const RFC_ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ';
const NIT_WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41];
const MEXICAN_STATES = new Set(
  'AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS'.split(
    ' ',
  ),
);

/** Brazilian CPF: two check digits, weighted sums mod 11. */
export function isCpf(digits: string): boolean {
  return (
    !isRepdigit(digits) &&
    brazilianDigit(weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(digits, 9) &&
    brazilianDigit(weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(digits, 10)
  );
}

/** Brazilian CNPJ: the same over twelve digits or, since July 2026, letters, which count as their ASCII code less 48. Upper case. */
export function isCnpj(code: string): boolean {
  return (
    !isRepdigit(code) &&
    brazilianDigit(weightedSum(code, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(code, 12) &&
    brazilianDigit(weightedSum(code, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(code, 13)
  );
}

function brazilianDigit(sum: number): number {
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}

/** Mexican population code: date, sex, state, check digit over 37 values. Upper case. */
export function isCurp(curp: string): boolean {
  if (!startsWithDate(curp.slice(4)) || !MEXICAN_STATES.has(curp.slice(11, 13))) return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += CURP_ALPHABET.indexOf(curp.charAt(index)) * (18 - index);
  return (10 - (sum % 10)) % 10 === digitAt(curp, 17);
}

/** Mexican taxpayer code of a person (13) or a company (12): date, and check character mod 11. Upper case. */
export function isRfc(rfc: string): boolean {
  const padded = rfc.padStart(13, ' ');
  if (!startsWithDate(padded.slice(4))) return false;
  let sum = 0;
  for (let index = 0; index < 12; index += 1)
    sum += RFC_ALPHABET.indexOf(padded.charAt(index)) * (13 - index);
  const check = 11 - (sum % 11);
  return (check === 11 ? '0' : check === 10 ? 'A' : String(check)) === padded.charAt(12);
}

function startsWithDate(digits: string): boolean {
  return isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** Argentine CUIT and CUIL: weighted sum mod 11, 10 written as 9; the prefix says person or company. */
export function isCuit(digits: string): boolean {
  const check = (11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return Math.min(check, 9) === digitAt(digits, 10);
}

/** Chilean RUT: weights 2 to 7 from the right, mod 11, 10 written as K. Upper case. */
export function isRut(rut: string): boolean {
  let sum = 0;
  for (
    let index = rut.length - 2, weight = 2;
    index >= 0;
    index -= 1, weight = weight === 7 ? 2 : weight + 1
  ) {
    sum += digitAt(rut, index) * weight;
  }
  return '0K987654321'.charAt(sum % 11) === rut.charAt(rut.length - 1) && !/^0+/.test(rut);
}

/** Colombian NIT of nine digits and a check digit: primes as weights, mod 11. */
export function isNit(digits: string): boolean {
  const sum = weightedSum(digits, NIT_WEIGHTS.toReversed());
  return '01987654321'.charAt(sum % 11) === digits.charAt(9);
}
