import { passesLuhn } from './luhn.ts';

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Codice fiscale: odd places by a table, even places by their value, sum mod 26 gives the letter. Upper case. */
export function isCodiceFiscale(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const unit = code.charCodeAt(index);
    const value = unit < 0x41 ? unit - 0x30 : unit - 0x41;
    sum += index % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return code.charCodeAt(15) - 0x41 === sum % 26;
}

/** Partita IVA: Luhn over eleven digits; the office of the last three before the check is 001 to 100, 120, 121, 888 or 999. */
export function isPartitaIva(digits: string): boolean {
  const office = Number(digits.slice(7, 10));
  const isOffice = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
  return isOffice && !digits.startsWith('0000000') && passesLuhn(digits);
}
