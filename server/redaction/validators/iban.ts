import { ibanStructures } from '../tables/iban-structures.ts';
import { remainder97 } from './iso-7064.ts';

/** Shape of the whole number by country, anchored. */
export const ibanShapes: ReadonlyMap<string, RegExp> = new Map(
  ibanStructures.map(({ country, structure }) => [
    country,
    new RegExp(`^${country}\\d\\d${toShape(structure)}$`),
  ]),
);

/** Characters of the whole number by country. */
export const ibanLengths: ReadonlyMap<string, number> = new Map(
  ibanStructures.map(({ country, example }) => [country, example.length]),
);

/** ISO 13616: the country's structure and MOD 97-10. Upper case, no separators. */
export function isIban(iban: string): boolean {
  return ibanShapes.get(iban.slice(0, 2))?.test(iban) === true && passesIbanCheck(iban);
}

/** MOD 97-10 with the country and the check digits moved to the end. */
export function passesIbanCheck(iban: string): boolean {
  return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function toShape(structure: string): string {
  return structure.replace(/(\d+)([nac])/g, (_, count: string, kind: string) => `${classOf(kind)}{${count}}`);
}

function classOf(kind: string): string {
  if (kind === 'n') return '\\d';
  return kind === 'a' ? '[A-Z]' : '[A-Z\\d]';
}
