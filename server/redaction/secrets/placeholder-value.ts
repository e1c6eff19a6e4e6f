/** Fewer different characters are a mask such as `xxxxxxxx`, not a key. */
const FEWEST_DIFFERENT = 5;
const LONG = 12;
const PLACEHOLDER_WORD = /your|placeholder|change_?me|redacted|x{5}|_here$|-here$|goes[_-]here/i;
const ONLY_SMALL_LETTERS = /^[a-z_-]{12,}$/;

/** Whether the random part of a marked key is a mask, or words in the place of one. */
export function isPlaceholder(body: string): boolean {
  if (body.length >= LONG && new Set(body).size < FEWEST_DIFFERENT) return true;
  return PLACEHOLDER_WORD.test(body) || ONLY_SMALL_LETTERS.test(body);
}
