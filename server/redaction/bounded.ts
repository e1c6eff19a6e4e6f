import type { Span } from './rule.ts';

/** The whole match, unless letters or digits go on at either end: it would be a part of something longer. */
export function boundedMatch(match: RegExpExecArray, text: string): Span | undefined {
  const span = { start: match.index, end: match.index + match[0].length };
  return isBounded(text, span) ? span : undefined;
}

/** Whether no ASCII letter, digit or underscore touches the span. Hanzi may: they do not continue a token. */
export function isBounded(text: string, span: Span): boolean {
  return !isWordUnit(text.charCodeAt(span.start - 1)) && !isWordUnit(text.charCodeAt(span.end));
}

function isWordUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

/** The value without spaces, dashes, dots and slashes, in upper case. */
export function compactUpper(value: string): string {
  return value.replace(/[\s\-./]/g, '').toUpperCase();
}
