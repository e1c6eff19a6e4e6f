interface PlainPiece {
  readonly kind: 'text';
  readonly text: string;
}

export type AnswerPiece =
  | PlainPiece
  | { readonly kind: 'citation'; readonly number: number }
  /** Stands after a sentence that its sources do not support. */
  | { readonly kind: 'unsupported' };

export type MaskedPiece = PlainPiece | { readonly kind: 'placeholder'; readonly text: string };

/** The server's mark of a sentence without support: the sign, with a space before it, at the end of the sentence. */
const unsupportedMark = /(?<=\s)⚠(?=\s|$)/;

/** An answer with its citations, `[1]`, and the marks of unsupported sentences, `⚠`, apart from its text. */
export function splitMarks(answer: string): readonly AnswerPiece[] {
  return split(answer, new RegExp(`\\[(\\d{1,3})\\]|${unsupportedMark.source}`, 'g'), ([, number]) =>
    number === undefined ? { kind: 'unsupported' } : { kind: 'citation', number: Number(number) },
  );
}

/** An answer to be read aloud: its marks of unsupported sentences in words. */
export function sayMarks(answer: string, unsupported: string): string {
  return answer.replaceAll(new RegExp(unsupportedMark.source, 'g'), () => `(${unsupported})`);
}

/** A masked text with its placeholders apart from its text: `[PERSON_3K]`, or `[PERSON_3BK]` for another written form. */
export function splitPlaceholders(masked: string): readonly MaskedPiece[] {
  return split(masked, /\[[A-Z][A-Z0-9_]*_\d+[A-Z]{1,3}\]/g, (match) => ({
    kind: 'placeholder',
    text: match[0],
  }));
}

/** The pieces in order; joined they are the input. */
function split<P>(
  input: string,
  pattern: RegExp,
  toPiece: (match: RegExpExecArray) => P,
): readonly (PlainPiece | P)[] {
  const pieces: (PlainPiece | P)[] = [];
  let end = 0;
  for (const match of input.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: 'text', text: input.slice(end, match.index) });
    pieces.push(toPiece(match));
    end = match.index + match[0].length;
  }
  if (end < input.length) pieces.push({ kind: 'text', text: input.slice(end) });
  return pieces;
}
