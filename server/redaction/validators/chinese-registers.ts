import { provinceCodes } from '../tables/province-codes.ts';
import { passesMod1110 } from './iso-7064.ts';
import { isResidentId } from './resident-id.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714-1997: eight letters or digits (A = 10) weighted, check = 11 - sum mod 11 (10 is X, 11 is 0). Upper case. */
export function isOrganisationCode(code: string): boolean {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code.charAt(index), 36),
    0,
  );
  return '0X987654321'.charAt(sum % 11) === code.charAt(8);
}

/** GS 15-2006: six digits of area, eight of sequence, ISO 7064 MOD 11,10. */
export function isBusinessRegistration(digits: string): boolean {
  return provinceCodes.has(digits.slice(0, 2)) && passesMod1110(digits);
}

/** Taxpayer numbers before the credit code: area and organisation code (15), or a resident ID and two digits (20). Upper case. */
export function isOldTaxpayerId(id: string): boolean {
  if (id.length === 20) return isResidentId(id.slice(0, 18));
  return provinceCodes.has(id.slice(0, 2)) && isOrganisationCode(id.slice(6));
}
