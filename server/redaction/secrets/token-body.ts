/** What follows the mark of a vendor: its pattern, an invented value of it, and one that is too short. */
export interface TokenBody {
  /** Source of a regular expression with bounded quantifiers. */
  readonly source: string;
  readonly sample: string;
  readonly tooShort: string;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

/** Between `least` and `most` characters; exactly `least` when `most` is absent. */
export type Run = (least: number, most?: number) => TokenBody;

export const base62 = run('[A-Za-z0-9]', LOWER + UPPER + DIGITS);
export const base64 = run('[A-Za-z0-9+/]', `${LOWER}${UPPER}${DIGITS}+/`);
export const base64url = run('[A-Za-z0-9_-]', `${LOWER}${UPPER}${DIGITS}_-`);
/** RFC 4648, without the digits 0, 1, 8 and 9. */
export const base32 = run('[A-Z2-7]', `${UPPER}234567`);
export const bigLetters = run('[A-Z0-9]', UPPER + DIGITS);
export const smallLetters = run('[a-z0-9]', LOWER + DIGITS);
export const word = run('[A-Za-z0-9_]', `${LOWER}${UPPER}${DIGITS}_`);
export const dotted = run('[A-Za-z0-9_.-]', `${LOWER}${UPPER}${DIGITS}_-`);
export const hex = run('[0-9a-f]', '0123456789abcdef');
export const anyHex = run('[0-9A-Fa-f]', '0123456789abcdef');
export const digits = run('[0-9]', DIGITS);

/** RFC 9562, in small letters. */
export const uuid = chain(hex(8), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(12));

/** One after the other; a string stands for itself. */
export function chain(...parts: readonly (TokenBody | string)[]): TokenBody {
  const bodies = parts.map((part) => (typeof part === 'string' ? fixed(part) : part));
  const allButLast = bodies.slice(0, -1).map(({ sample }) => sample);
  return {
    source: bodies.map(({ source }) => source).join(''),
    sample: bodies.map(({ sample }) => sample).join(''),
    tooShort: allButLast.join('') + (bodies.at(-1)?.tooShort ?? ''),
  };
}

/** One of the strings; the first stands in the sample. */
export function oneOf(first: string, ...others: readonly string[]): TokenBody {
  return {
    source: `(?:${[first, ...others].map(escapePattern).join('|')})`,
    sample: first,
    tooShort: first.slice(0, -1),
  };
}

export function escapePattern(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\/]/g, '\\$&');
}

function fixed(text: string): TokenBody {
  return { source: escapePattern(text), sample: text, tooShort: text.slice(0, -1) };
}

function run(characters: string, alphabet: string): Run {
  return (least, most = least) => {
    const sample = made(alphabet, least);
    const source = `${characters}{${least === most ? least : `${least},${most}`}}`;
    return { source, sample, tooShort: sample.slice(0, -1) };
  };
}

/** Looks random to an entropy check and belongs to nobody: put together here, so that no scanner of secrets takes it for one. */
function made(alphabet: string, length: number): string {
  return Array.from({ length }, (_, index) =>
    alphabet.charAt((index * 23 + (index >> 3) * 5 + 7) % alphabet.length),
  ).join('');
}
