import { passesIcaoCheck } from './icao-check-digit.ts';

/** ICAO 9303 part 5, TD1: three lines of 30. Number, birth, expiry and the whole are checked. */
export function isTd1(lines: readonly string[]): boolean {
  const [first = '', second = ''] = lines;
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 30);
  return [first.slice(5, 15), second.slice(0, 7), second.slice(8, 15), composite].every(passesIcaoCheck);
}

/** ICAO 9303 parts 4 and 6, TD3 and TD2: two lines of 44 or 36. */
export function isTwoLineZone(lines: readonly string[]): boolean {
  const [, second = ''] = lines;
  const end = second.length;
  const composite = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, end);
  return [...checkedFields(second), composite].every(passesIcaoCheck);
}

/** ICAO 9303 part 7, visas of both sizes: no check over the whole. */
export function isVisaZone(lines: readonly string[]): boolean {
  return checkedFields(lines[1] ?? '').every(passesIcaoCheck);
}

function checkedFields(second: string): readonly string[] {
  return [second.slice(0, 10), second.slice(13, 20), second.slice(21, 28)];
}
