const WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1];

/**
 * Unified business number: the digits of all products add up to a multiple of 5; where the seventh digit is 7,
 * its product 28 may count as 10 or as 1 (Ministry of Finance, 2023).
 */
export function isTaiwanUbn(digits: string): boolean {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const product = weight * (digits.charCodeAt(index) - 0x30);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 5 === 0 || (digits.charAt(6) === '7' && (sum - 9) % 5 === 0);
}
