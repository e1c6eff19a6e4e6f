/** A text without white space: formats break lines where they like. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
