import { passesLuhn } from './luhn.ts';
import { remainder97 } from './iso-7064.ts';

/** ISO 6166: Luhn over the number with its letters written as 10 to 35. Upper case. */
export function isIsin(isin: string): boolean {
  return passesLuhn(isin.replace(/[A-Z]/g, (letter) => String(valueOf(letter))));
}

/** CUSIP (ANSI X9.6): mod 10 of the digit sums, every second value doubled. Upper case, nine characters. */
export function isCusip(cusip: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const value = valueOf(cusip.charAt(index)) * (index % 2 === 1 ? 2 : 1);
    sum += Math.floor(value / 10) + (value % 10);
  }
  return (10 - (sum % 10)) % 10 === Number(cusip.charAt(8));
}

const SEDOL_WEIGHTS = [1, 3, 1, 7, 3, 9, 1];

/** SEDOL of the London Stock Exchange: weights 1 3 1 7 3 9 1, mod 10. Upper case, seven characters. */
export function isSedol(sedol: string): boolean {
  const sum = SEDOL_WEIGHTS.reduce(
    (total, weight, index) => total + weight * valueOf(sedol.charAt(index)),
    0,
  );
  return sum % 10 === 0;
}

/** ISO 17442: MOD 97-10 over twenty characters. Upper case. */
export function isLei(lei: string): boolean {
  return remainder97(lei) === 1;
}

/** Letters count from 10. */
function valueOf(character: string): number {
  return Number.parseInt(character, 36);
}
