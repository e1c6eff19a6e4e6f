import type { Span } from './rule.ts';

/** A word that stands alone between commas or brackets, as the facts of a person do in records. */
export function betweenCommas(span: Span, text: string): Span | undefined {
  const before = text.charAt(span.start - 1);
  const after = text.charAt(span.end);
  return /[,，、(（;；|]/.test(before) && /[,，、)）;；。|]/.test(after) ? span : undefined;
}

const NUMERALS = '零〇一二三四五六七八九';

/** A number up to 199 in digits or Chinese numerals; NaN for anything else. */
export function smallNumber(written: string): number {
  if (/^\d{1,3}$/.test(written)) return Number(written);
  const parts = /^(?:(一百)零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(written);
  if (parts === null || written === '') return Number.NaN;
  const [, hundred, tens, ten, ones] = parts;
  return (
    (hundred === undefined ? 0 : 100) +
    (ten === undefined ? 0 : valueOf(tens ?? '一') * 10) +
    valueOf(ones ?? '零')
  );
}

function valueOf(numeral: string): number {
  return Math.max(0, NUMERALS.indexOf(numeral) - 1);
}
