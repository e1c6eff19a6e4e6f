/** Number, letters of the written form, and check letter of a placeholder: `3K`, `12BQ`. */
export const placeholderEnding = String.raw`[1-9]\d{0,4}[A-Z]{1,3}`;

/**
 * What stands in masked text for a value, for example `[PERSON_3K]`, as a source of regular expressions. The letters
 * may be missing: a model that forgets them means a placeholder all the same, and must not get it past as a word.
 */
export const placeholderSource = String.raw`\[[A-Z]+(?:_[A-Z]+)*_[1-9]\d{0,4}[A-Z]{0,3}\]`;

const placeholder = new RegExp(placeholderSource, 'gu');

/** The placeholders of a masked text, in their order. */
export function placeholdersIn(text: string): string[] {
  return text.match(placeholder) ?? [];
}

/** The same text with a space in place of each placeholder. */
export function withoutPlaceholders(text: string): string {
  return text.replaceAll(placeholder, ' ');
}

/** The same text with types in place of placeholders, `[PERSON]`: it says what stood there, and nothing links it to a vault. */
export function withTypesOnly(text: string): string {
  return text.replaceAll(placeholder, (found) => found.replace(/_[1-9]\d{0,4}[A-Z]{0,3}\]$/u, ']'));
}
