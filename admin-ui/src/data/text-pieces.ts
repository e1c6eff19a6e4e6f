export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly number: number }
  | { readonly kind: 'placeholder'; readonly text: string };

/** An answer with its citations, `[1]`, apart from its text. */
export function splitCitations(answer: string): readonly TextPiece[] {
  return split(answer, /\[(\d{1,3})\]/g, (match) => ({ kind: 'citation', number: Number(match[1]) }));
}

/** A masked text with its placeholders apart from its text: `[PERSON_3K]`, or `[PERSON_3BK]` for another written form. */
export function splitPlaceholders(masked: string): readonly TextPiece[] {
  return split(masked, /\[[A-Z][A-Z0-9_]*_\d+[A-Z]{1,3}\]/g, (match) => ({
    kind: 'placeholder',
    text: match[0],
  }));
}

/** The pieces in order; joined they are the input. */
function split(
  input: string,
  pattern: RegExp,
  toPiece: (match: RegExpExecArray) => TextPiece,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of input.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: 'text', text: input.slice(end, match.index) });
    pieces.push(toPiece(match));
    end = match.index + match[0].length;
  }
  if (end < input.length) pieces.push({ kind: 'text', text: input.slice(end) });
  return pieces;
}
