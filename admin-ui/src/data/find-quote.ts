/** A half-open range of a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a quoted sentence stands in a text, however its white space is broken; undefined when it does not. */
export function findQuote(text: string, quote: string): TextRange | undefined {
  const words = quote.trim().split(/\s+/u);
  if (words[0] === undefined || words[0] === '') return undefined;
  const pattern = new RegExp(words.map(escapeForPattern).join(String.raw`\s+`), 'u');
  const found = pattern.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

function escapeForPattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
