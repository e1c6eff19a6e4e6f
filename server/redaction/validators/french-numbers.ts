import { passesLuhn } from './luhn.ts';
import { weightedSum } from './weighted-sum.ts';

const ONES = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

/**
 * Social security number: sex, year, month (20 to 42 and 50 to 99 where it is not known), place, order, and
 * 97 - the 13 digits mod 97; Corsica's 2A and 2B count as 19 and 18. Upper case.
 */
export function isNir(nir: string): boolean {
  const month = Number(nir.slice(3, 5));
  const isMonth = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
  const body = Number(nir.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return isMonth && 97 - (body % 97) === Number(nir.slice(13));
}

/** SIREN (9) and SIRET (14): Luhn; establishments of the post office add up to a multiple of 5. */
export function isSirenOrSiret(digits: string): boolean {
  if (digits.startsWith('000000000')) return false;
  if (passesLuhn(digits)) return true;
  if (!digits.startsWith('356000000')) return false;
  return weightedSum(digits, ONES) % 5 === 0;
}

/** Tax number of a person: ten digits and their remainder mod 511. */
export function isSpi(digits: string): boolean {
  const body = Number(digits.slice(0, 10));
  return digits.charAt(0) <= '3' && body > 0 && body % 511 === Number(digits.slice(10));
}

/** VAT: two digits that follow from the SIREN mod 97, or characters that are not checked for new numbers. */
export function isFrenchVat(body: string): boolean {
  const siren = body.slice(2);
  if (!passesLuhn(siren) && !siren.startsWith('000')) return false;
  return /^\d\d/.test(body) ? Number(`${siren}12`) % 97 === Number(body.slice(0, 2)) : passesLuhn(siren);
}
