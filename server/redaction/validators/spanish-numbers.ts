const PERSON_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const COMPANY_LETTERS = 'JABCDEFGHI';

/** DNI: number mod 23 gives the letter. NIE: X, Y and Z stand for 0, 1 and 2. NIF of persons without either begin with K, L or M. Upper case. */
export function isSpanishPerson(id: string): boolean {
  const body = id
    .slice(0, 8)
    .replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
    .replace(/^[KLM]/, '');
  return PERSON_LETTERS.charAt(Number(body) % 23) === id.charAt(8);
}

/** CIF: seven digits under the Luhn scheme; the check is a digit or a letter, by kind of company. Upper case. */
export function isCif(cif: string): boolean {
  let sum = 0;
  for (let index = 1; index <= 7; index += 1) {
    const digit = Number(cif.charAt(index)) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  const check = (10 - (sum % 10)) % 10;
  const last = cif.charAt(8);
  if (/[PQRSNW]/.test(cif.charAt(0))) return last === COMPANY_LETTERS.charAt(check);
  if (/[ABEH]/.test(cif.charAt(0))) return last === String(check);
  return last === String(check) || last === COMPANY_LETTERS.charAt(check);
}
