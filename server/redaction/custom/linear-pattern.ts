import { RE2JS } from 're2js';
import type { Span } from '../rule.ts';

/** Characters of a pattern that an operator writes. */
export const MAX_PATTERN_LENGTH = 1_000;
/** Instructions of a compiled pattern: repetitions of repetitions stay within the length and fill the memory. */
const MAX_PROGRAM = 10_000;
/** Characters that are matched at a time. */
const WINDOW = 16_384;
/** Characters on either side of a window that only complete a match or a boundary; no longer match is found whole. */
const MARGIN = 256;

/** A pattern in RE2 syntax: no backreference, no look-around, time linear in the text whatever is written. */
export interface LinearPattern {
  /**
   * The matches that start in the range, empty ones left out. A match is the first group, where the pattern has one.
   * @param beforeWindow called before each window; it throws when the time is used up
   */
  findAll(text: string, range: Span, beforeWindow: () => void): readonly Span[];
}

/** @throws Error that says what is wrong with the pattern. */
export function compileLinearPattern(source: string): LinearPattern {
  if (source.length > MAX_PATTERN_LENGTH)
    throw new Error(`a pattern has at most ${MAX_PATTERN_LENGTH} characters`);
  const pattern = RE2JS.compile(source);
  if (pattern.programSize() > MAX_PROGRAM) throw new Error('the pattern repeats too much');
  const group = pattern.groupCount() > 0 ? 1 : 0;
  return {
    findAll(text, range, beforeWindow) {
      const found: Span[] = [];
      for (let from = range.start; from < range.end; from += WINDOW) {
        beforeWindow();
        const until = Math.min(from + WINDOW, range.end);
        const start = Math.max(0, from - MARGIN);
        const matcher = pattern.matcher(text.slice(start, until + MARGIN));
        while (matcher.find()) {
          const span = { start: start + matcher.start(group), end: start + matcher.end(group) };
          if (span.end > span.start && span.start >= from && span.start < until) found.push(span);
        }
      }
      return found;
    },
  };
}
