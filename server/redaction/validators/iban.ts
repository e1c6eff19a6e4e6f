import { ibanLengths } from '../tables/iban-lengths.ts';

/** ISO 13616: the country's length and MOD 97-10. Upper case, no separators. */
export function isIban(iban: string): boolean {
  if (ibanLengths.get(iban.slice(0, 2)) !== iban.length) return false;
  return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
