import type { StreamRestorer } from '../domain/masked.ts';
import type { PlaceholderGrammar } from './placeholder-grammar.ts';

/**
 * Puts placeholders back while text arrives. It holds back only what may still become a placeholder, fewer than
 * MAX_PLACEHOLDER_LENGTH characters; whatever the pieces, their sum is what the whole text would give.
 * @param originalOf the value behind a placeholder's key, if it was issued here.
 */
export function createStreamRestorer(
  grammar: PlaceholderGrammar,
  originalOf: (key: string) => string | undefined,
): StreamRestorer {
  let held = '';
  return {
    push(piece) {
      const step = restoreKnown(held + piece, false, grammar, originalOf);
      held = step.rest;
      return step.shown;
    },
    end() {
      const step = restoreKnown(held, true, grammar, originalOf);
      held = '';
      return step.shown;
    },
  };
}

/** One pass; what was put in is not looked at again. */
function restoreKnown(
  text: string,
  complete: boolean,
  grammar: PlaceholderGrammar,
  originalOf: (key: string) => string | undefined,
): { readonly shown: string; readonly rest: string } {
  let shown = '';
  let copied = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!grammar.canBegin(text, index)) continue;
    const scan = grammar.scan(text, index);
    if (scan.kind === 'open' && !complete) {
      return { shown: shown + text.slice(copied, index), rest: text.slice(index) };
    }
    const original = scan.kind === 'shape' ? originalOf(scan.key) : undefined;
    if (scan.kind !== 'shape' || original === undefined) continue;
    shown += text.slice(copied, index) + original;
    copied = scan.end;
    index = scan.end - 1;
  }
  return { shown: shown + text.slice(copied), rest: '' };
}
