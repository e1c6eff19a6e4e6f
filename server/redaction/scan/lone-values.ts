/** Longer texts say what their values are. */
const LONGEST = 80;
/** A value or a piece of one, or a word that joins two values. */
const PIECE = /^(?:\(?[A-Za-z0-9./()-]{0,40}\d[A-Za-z0-9./()-]{0,40}|[A-Z]{1,4}|[a-z]{1,2}|and|und)[.)]?$/;

/**
 * Whether the text is one value or a few and nothing else, as a cell of a table or the answer to a question is: nobody
 * announces the value there.
 */
export function holdsOnlyValues(text: string): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  return text
    .trim()
    .split(/[\s,;]{1,3}/)
    .every((piece) => PIECE.test(piece));
}
