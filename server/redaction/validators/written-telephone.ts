import { boundedMatch } from '../bounded.ts';
import type { Span } from '../rule.ts';

/** Seven to fifteen digits (ITU-T E.164) that are no date. */
export function internationalFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = countDigits(match[0]);
  return digits >= 7 && digits <= 15 && !isDate(match[0]) ? phoneFound(match, text) : undefined;
}

/** Without a label right before it, a number in one piece is too weak. */
export function groupedFound(match: RegExpExecArray, text: string): Span | undefined {
  return /\d[ .()-]{1,2}\d/.test(match[0]) ? internationalFound(match, text) : undefined;
}

/** Without those of an extension. */
function countDigits(written: string): number {
  let digits = 0;
  for (let at = 0; at < written.length; at += 1) {
    const unit = written.charCodeAt(at);
    if (unit === 0x78) break;
    if (isDigit(unit)) digits += 1;
  }
  return digits;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isDate(written: string): boolean {
  return /^(?:19|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2}$|^\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d$/.test(written);
}

/** The match, unless it is a part of a longer number; with the bracket that it lacks at its start. */
export function phoneFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || goesOnAcross(text, span)) return undefined;
  const opens = match[0].includes(')') && !match[0].includes('(') && text.charAt(span.start - 1) === '(';
  return opens ? { start: span.start - 1, end: span.end } : span;
}

/** A dash or a dot before it, a comma after a digit, or a dash or dot and a digit after it: a part of a longer number. */
function goesOnAcross(text: string, { start, end }: Span): boolean {
  const before = text.charAt(start - 1);
  if (before === '.' || before === '-' || (before === ',' && isDigit(text.charCodeAt(start - 2))))
    return true;
  const after = text.charAt(end);
  return (after === '.' || after === '-') && isDigit(text.charCodeAt(end + 1));
}
