/** The units of Hanzi, to look them up by. */
export function hanziSet(hanzi: string): ReadonlySet<number> {
  return new Set(Array.from(hanzi, (one) => one.charCodeAt(0)));
}
