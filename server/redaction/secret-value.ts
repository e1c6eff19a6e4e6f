const PLACEHOLDER =
  /^(?:<|\$[({A-Za-z]|\{\{|%[A-Z]|process\.|os\.|env[.[]|getenv|System\.|your[_-]|example|changeme|xxx|null\b|none\b|true\b|false\b|undefined\b|redacted|secret\b)/i;
const REPEATED = /^(.)(?:[*x.•#]|\W){3,}$/;

/** Whether a value after `password:` or `api_key=` is a real one: not a variable, a mask or a word for it. */
export function isRealSecret(value: string): boolean {
  if (PLACEHOLDER.test(value) || REPEATED.test(value)) return false;
  return !/^([*x.•#-])[*x.•#-]+$/i.test(value);
}

/** Shannon entropy in bits for each character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
