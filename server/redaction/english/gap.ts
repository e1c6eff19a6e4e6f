/** What stands between two tokens. One or more spaces. */
export const SPACE = 0;
/** A hyphen without spaces. */
export const HYPHEN = 1;
/** A full stop and a space: the end of a sentence or of an abbreviation. */
export const STOP = 2;
export const COMMA = 3;
export const LINE = 4;
/** An empty line, or the beginning of the text. */
export const PARAGRAPH = 5;
export const AMPERSAND = 6;
/** Brackets, quotation marks, exclamation and everything else that parts words. */
export const OTHER = 7;
/** A colon, after a label. */
export const COLON = 8;
/** A dot, slash, underscore or nothing, without spaces: parts of one token. */
export const GLUED = 9;

/** Sorts what stands in the half-open range between two tokens. */
export function gapBetween(text: string, start: number, end: number): number {
  if (end - start === 1) return single(text.charCodeAt(start));
  let lines = 0;
  let spaces = 0;
  let kind = -1;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20 || unit === 0x09 || unit === 0x0d) spaces += 1;
    else if (unit === 0x0a) lines += 1;
    else kind = worse(kind, unit === 0x2e ? STOP : single(unit));
  }
  if (lines > 0) return lines > 1 ? PARAGRAPH : LINE;
  if (kind < 0) return start === end ? GLUED : SPACE;
  if (spaces === 0) return kind === STOP ? GLUED : kind;
  if (kind === HYPHEN) return OTHER;
  return kind === GLUED ? SPACE : kind;
}

function single(unit: number): number {
  switch (unit) {
    case 0x20:
    case 0x09:
      return SPACE;
    case 0x0a:
      return LINE;
    case 0x2d:
      return HYPHEN;
    case 0x2c:
      return COMMA;
    case 0x26:
      return AMPERSAND;
    case 0x3a:
      return COLON;
    case 0x2e:
    case 0x2f:
    case 0x23:
    case 0x5f:
    case 0x40:
    case 0x27:
    case 0x2019:
      return GLUED;
    default:
      return OTHER;
  }
}

/** Of two marks in one gap, the one that parts more. */
function worse(a: number, b: number): number {
  if (a < 0) return b;
  if (a === OTHER || b === OTHER) return OTHER;
  if (a === GLUED) return b;
  return b === GLUED ? a : Math.max(a, b);
}
