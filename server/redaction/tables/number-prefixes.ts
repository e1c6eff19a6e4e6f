/**
 * Reads prefixes and ranges of prefixes, such as `34 37 2221-2720`.
 * @returns whether a number begins with one of them.
 */
export function createPrefixTest(ranges: string): (digits: string) => boolean {
  const prefixes = new Set(ranges.split(' ').flatMap(expandRange));
  const lengths = [...new Set([...prefixes].map((prefix) => prefix.length))];
  return (digits) => lengths.some((length) => prefixes.has(digits.slice(0, length)));
}

function expandRange(range: string): readonly string[] {
  const [low = '', high = low] = range.split('-');
  const count = Number(high) - Number(low) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(low) + index).padStart(low.length, '0'));
}
