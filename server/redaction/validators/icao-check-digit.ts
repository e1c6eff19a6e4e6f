const WEIGHTS = [7, 3, 1];

/** ICAO 9303 part 3: the check digit over upper-case letters (A = 10), digits and fillers `<`. */
export function icaoCheckDigit(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum += (WEIGHTS[index % 3] ?? 0) * valueOf(text.charCodeAt(index));
  }
  return sum % 10;
}

/** Whether the last character is the check digit of the others. */
export function passesIcaoCheck(text: string): boolean {
  return String(icaoCheckDigit(text.slice(0, -1))) === text.slice(-1);
}

function valueOf(unit: number): number {
  if (unit === 0x3c) return 0;
  return unit < 0x41 ? unit - 0x30 : unit - 0x41 + 10;
}
