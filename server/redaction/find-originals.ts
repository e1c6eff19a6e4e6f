import type { KeptValue } from '../domain/kept-values.ts';
import type { HiddenValue } from '../domain/masked.ts';
import type { PlaceholderGrammar } from './placeholder-grammar.ts';

/** The values behind the placeholders of a text, each written placeholder once. */
export function findOriginals(
  text: string,
  grammar: PlaceholderGrammar,
  find: (key: string) => KeptValue | undefined,
): HiddenValue[] {
  const found = new Map<string, HiddenValue>();
  for (let at = grammar.nextBegin(text, 0); at >= 0;) {
    const scan = grammar.scan(text, at);
    const end = scan.kind === 'shape' ? scan.end : at + 1;
    const placeholder = text.slice(at, end);
    const value = scan.kind === 'shape' && !found.has(placeholder) ? find(scan.key) : undefined;
    if (value !== undefined) {
      const { type, original } = value;
      found.set(placeholder, { placeholder, original, ...(type === undefined ? {} : { type }) });
    }
    at = grammar.nextBegin(text, end);
  }
  return [...found.values()];
}
