import type { Span } from '../rule.ts';

const DASHES = '----';
const FOOTER = /-{4,5} ?END [A-Z0-9 ]{0,60}-{4,5}/y;
/** Of a block without an end line; more is no key. */
const MOST_CHARACTERS = 32_768;
/** In a block with an end line, and in one that is cut off. */
const KEY_MATERIAL = /[A-Za-z0-9+/=]{16}/;
const MUCH_KEY_MATERIAL = /[A-Za-z0-9+/=]{40}/;
const BETWEEN = /[\s\\"'`+,|>*#nr]/;
const BASE64 = /[A-Za-z0-9+/=]/;

/**
 * The block of a textual key encoding (RFC 7468) that begins with the match: to its end line, or as far as key
 * material goes when it is cut off, because a part of a key is still a secret. A header without key material is
 * a text about keys.
 */
export function keyBlock(match: RegExpExecArray, text: string): Span | undefined {
  const start = match.index;
  const from = start + match[0].length;
  const next = text.indexOf(DASHES, from);
  const end = next < 0 ? Math.min(text.length, from + MOST_CHARACTERS) : next;
  if (end - from > MOST_CHARACTERS || !KEY_MATERIAL.test(text.slice(from, end))) return undefined;
  FOOTER.lastIndex = end;
  if (FOOTER.test(text)) return { start, end: FOOTER.lastIndex };
  if (!MUCH_KEY_MATERIAL.test(text.slice(from, end))) return undefined;
  return { start, end: endOfMaterial(text, from, end) };
}

function endOfMaterial(text: string, from: number, to: number): number {
  let end = from;
  for (let index = from; index < to; index += 1) {
    const character = text.charAt(index);
    if (BASE64.test(character)) end = index + 1;
    else if (!BETWEEN.test(character)) break;
  }
  return end;
}
