import { passesMod1110, remainder97 } from './iso-7064.ts';
import { isBirthNumber, isNip } from './eastern-european-numbers.ts';
import { isFrenchVat } from './french-numbers.ts';
import { isPartitaIva } from './italian-numbers.ts';
import { passesLuhn } from './luhn.ts';
import { isCvr, isYTunnus } from './nordic-numbers.ts';
import { isCif, isSpanishPerson } from './spanish-numbers.ts';
import { digitAt, weightedSum } from './weighted-sum.ts';
import { irishCheckLetter, isBsn, isPortugueseNif } from './western-european-numbers.ts';

const checks: ReadonlyMap<string, (body: string) => boolean> = new Map(
  Object.entries({
    AT: (body: string) => (16 - (luhnSum(body.slice(1, 8)) % 10)) % 10 === digitAt(body, 8),
    BE: (body: string) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)),
    BG: isBulgarianVat,
    CY: isCypriotVat,
    CZ: isCzechVat,
    DK: isCvr,
    EE: (body: string) => weightedSum(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
    EL: isGreekVat,
    ES: (body: string) => (/^[\dXYZKLM]/.test(body) ? isSpanishPerson(body) : isCif(body)),
    FI: isYTunnus,
    FR: isFrenchVat,
    HR: passesMod1110,
    HU: (body: string) => weightedSum(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
    IE: isIrishVat,
    IT: isPartitaIva,
    LT: isLithuanianVat,
    LU: (body: string) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)),
    LV: isLatvianVat,
    MT: (body: string) => weightedSum(body, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0,
    NL: (body: string) => isBsn(body) || remainder97(`NL${body}`) === 1,
    PL: isNip,
    PT: isPortugueseNif,
    RO: isRomanianVat,
    SE: (body: string) => passesLuhn(body.slice(0, 10)),
    SI: (body: string) => (11 - (weightedSum(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(body, 7),
    SK: (body: string) => Number(body) % 11 === 0,
    CHE: (body: string) =>
      (11 - (weightedSum(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === digitAt(body, 8),
  }),
);

/** The check of a VAT number by its prefix (VIES, CHE for Switzerland), over what follows the prefix in upper case. */
export function passesVatCheck(prefix: string, body: string): boolean {
  return checks.get(prefix)?.(body) ?? false;
}

/** The sum of Luhn's scheme over digits that have no check digit yet. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digitAt(digits, index) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}

function isBulgarianVat(body: string): boolean {
  if (body.length === 9) {
    const first = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    const check = first === 10 ? (weightedSum(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
    return check === digitAt(body, 8);
  }
  const last = digitAt(body, 9);
  const person = (weightedSum(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  const foreigner = weightedSum(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
  const other = (11 - (weightedSum(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return last === person || last === foreigner || last === other;
}

const CYPRIOT_EVEN = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function isCypriotVat(body: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const digit = digitAt(body, index);
    sum += index % 2 === 0 ? (CYPRIOT_EVEN[digit] ?? 0) : digit;
  }
  return !body.startsWith('12') && String.fromCharCode(0x41 + (sum % 26)) === body.charAt(8);
}

/** Companies have eight digits, persons their birth number, others nine digits that begin with 6. */
function isCzechVat(body: string): boolean {
  if (body.length === 8) {
    const check = (11 - (weightedSum(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return !body.startsWith('9') && (check === 0 ? 1 : check === 10 ? 0 : check) === digitAt(body, 7);
  }
  if (body.length === 9 && body.startsWith('6')) {
    const check = weightedSum(body.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11;
    return (8 - ((10 - check + 11) % 11) + 20) % 10 === digitAt(body, 8);
  }
  return isBirthNumber(body);
}

function isGreekVat(body: string): boolean {
  return (weightedSum(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(body, 8);
}

/** Since 2013 a second letter counts; the older form has a letter or sign in the second place. */
function isIrishVat(body: string): boolean {
  if (/^\d{7}/.test(body)) return irishCheckLetter(body.slice(0, 7), body.charAt(8)) === body.charAt(7);
  return irishCheckLetter(`0${body.slice(2, 7)}${body.charAt(0)}`, '') === body.charAt(7);
}

function isLithuanianVat(body: string): boolean {
  if (body.charAt(body.length - 2) !== '1') return false;
  const sum = (offset: number): number =>
    weightedSum(
      body,
      Array.from({ length: body.length - 1 }, (_, index) => ((index + offset) % 9) + 1),
    );
  const first = sum(0) % 11;
  return (first === 10 ? (sum(2) % 11) % 10 : first) === digitAt(body, -1);
}

/** Companies begin with 4 to 9; persons have their date of birth. */
function isLatvianVat(body: string): boolean {
  if (body.charAt(0) >= '4') return weightedSum(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
  return ((1 + weightedSum(body, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === digitAt(body, 10);
}

function isRomanianVat(body: string): boolean {
  const digits = body.padStart(10, '0');
  return ((weightedSum(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digitAt(digits, 9);
}
