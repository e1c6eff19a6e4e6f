const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];
const BLANK = 36;

/** Hong Kong identity card: one or two letters (A = 10, blank = 36), six digits, check 0-9 or A; sum mod 11 = 0. */
export function isHkid(letters: string, digits: string, check: string): boolean {
  const head =
    letters.length === 1
      ? [BLANK, letterValue(letters, 0)]
      : [letterValue(letters, 0), letterValue(letters, 1)];
  const values = [...head, ...digits.split('').map(Number)];
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  const checkValue = check.toUpperCase() === 'A' ? 10 : Number(check);
  return (sum + checkValue) % 11 === 0;
}

function letterValue(letters: string, index: number): number {
  return letters.toUpperCase().charCodeAt(index) - 0x41 + 10;
}
