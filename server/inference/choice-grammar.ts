/**
 * A GBNF grammar that allows exactly one of the options, with an optional space before it (models that were
 * trained on answers with a leading space choose better when they may write it).
 */
export function choiceGrammar(options: readonly string[]): string {
  return `root ::= " "? (${[...new Set(options)].map(quoteGbnf).join(' | ')})\n`;
}

/**
 * A GBNF string literal for any text. Everything but plain ASCII is written as a code point, so that no quote,
 * backslash, line break or invisible character can end the literal. Unpaired surrogates become U+FFFD.
 */
export function quoteGbnf(text: string): string {
  return `"${Array.from(text.replace(/\p{Surrogate}/gu, '\uFFFD'), quoteCharacter).join('')}"`;
}

function quoteCharacter(character: string): string {
  if (/^[ !#-[\]-~]$/.test(character)) return character;
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint > 0xff_ff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
}

function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).toUpperCase().padStart(digits, '0');
}

/**
 * The option that the text so far can only become, or undefined while there are several.
 * Lets a host finish a constrained answer without computing tokens that the grammar leaves no choice about.
 */
export function onlyOption(options: readonly string[], soFar: string): string | undefined {
  const begun = soFar.trimStart();
  if (begun === '') return undefined;
  const open = [...new Set(options)].filter((option) => option.startsWith(begun));
  return open.length === 1 ? open[0] : undefined;
}
