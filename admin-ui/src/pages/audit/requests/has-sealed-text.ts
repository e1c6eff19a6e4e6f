/** Whether the text of an exchange is kept beside the entry, sealed: then its commitment names the sealed bytes (`ct`). */
export function hasSealedText(leaf: Readonly<Record<string, unknown>>): boolean {
  return [leaf['prompt'], leaf['answer']].some(
    (text) => typeof text === 'object' && text !== null && 'ct' in text,
  );
}
