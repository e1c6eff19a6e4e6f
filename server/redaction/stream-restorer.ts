import type { RestoreInto, StreamRestorer } from '../domain/masked.ts';
import type { PlaceholderGrammar } from './placeholder-grammar.ts';

export interface RestoreParts {
  readonly grammar: PlaceholderGrammar;
  /** The value behind a placeholder's key, if it was issued here and may be shown. */
  readonly originalOf: (key: string) => string | undefined;
  readonly into: RestoreInto;
}

/**
 * Puts placeholders back while text arrives. It holds back only what may still become a placeholder, fewer than
 * MAX_PLACEHOLDER_LENGTH characters; whatever the pieces, their sum is what the whole text would give.
 */
export function createStreamRestorer(parts: RestoreParts): StreamRestorer {
  let held = '';
  return {
    push(piece) {
      const step = restoreKnown(held + piece, false, parts);
      held = step.rest;
      return step.shown;
    },
    end() {
      const step = restoreKnown(held, true, parts);
      held = '';
      return step.shown;
    },
  };
}

export function restoreWhole(text: string, parts: RestoreParts): string {
  return restoreKnown(text, true, parts).shown;
}

/** How many placeholders of a text stay: not issued here, or not to be shown to this caller. */
export function countWithheld(text: string, parts: RestoreParts): number {
  return restoreKnown(text, true, parts).withheld;
}

interface Step {
  readonly shown: string;
  readonly rest: string;
  readonly withheld: number;
}

/** One pass; what was put in is not looked at again. */
function restoreKnown(text: string, complete: boolean, { grammar, originalOf, into }: RestoreParts): Step {
  let shown = '';
  let copied = 0;
  let withheld = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!grammar.canBegin(text, index)) continue;
    const scan = grammar.scan(text, index, into);
    if (scan.kind === 'open' && !complete) {
      return { shown: shown + text.slice(copied, index), rest: text.slice(index), withheld };
    }
    if (scan.kind !== 'shape') continue;
    const original = originalOf(scan.key);
    if (original === undefined) {
      withheld += 1;
      continue;
    }
    shown += text.slice(copied, index) + written(original, into);
    copied = scan.end;
    index = scan.end - 1;
  }
  return { shown: shown + text.slice(copied), rest: '', withheld };
}

/** In JSON a placeholder can only stand inside a string, as a part of it. */
function written(original: string, into: RestoreInto): string {
  switch (into) {
    case 'text':
      return original;
    case 'json':
      return JSON.stringify(original).slice(1, -1);
    default:
      return into satisfies never;
  }
}
