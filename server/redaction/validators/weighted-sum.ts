/** Sum of each digit times the weight at its place. Digits beyond the weights do not count. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    sum += (weights[index] ?? 0) * (digits.charCodeAt(index) - 0x30);
  }
  return sum;
}

/** The digit at a place; negative places count from the end. */
export function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index < 0 ? digits.length + index : index) - 0x30;
}

/** Whether every digit is the same: what people type into a field that they do not want to fill. */
export function isRepdigit(digits: string): boolean {
  for (let index = 1; index < digits.length; index += 1) {
    if (digits.charCodeAt(index) !== digits.charCodeAt(0)) return false;
  }
  return true;
}
