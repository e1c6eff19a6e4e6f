import type { RestoreInto } from '../domain/masked.ts';
import { placeholderEnding } from '../domain/placeholder.ts';

/** No placeholder, however it is decorated, is longer: it bounds what a stream holds back. */
export const MAX_PLACEHOLDER_LENGTH = 24;

const OPENING = '[［【';
/** A global expression finds the next one many times faster than a look at every character. */
const OPENINGS = /[\\[［【]/g;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const CLOSING = ']］】';
/** A backslash is one too. */
const DECORATION = ' \u00a0\t*_`-';

/**
 * What stands at a place of a text: a placeholder-shaped piece, the beginning of one that the text does not
 * finish, or neither.
 */
export type PlaceholderScan =
  | { readonly kind: 'shape'; readonly key: string; readonly end: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'none' };

const wholeKey = new RegExp(`^([A-Z]+)${placeholderEnding}$`);

const none: PlaceholderScan = { kind: 'none' };
const open: PlaceholderScan = { kind: 'open' };

/** Reads placeholders in the written forms that models make of them. */
export interface PlaceholderGrammar {
  /** Whether a placeholder can begin with the character at `index`. Cheap; call it before `scan`. */
  canBegin(text: string, index: number): boolean;
  /** Where the next placeholder can begin, from `index` on; -1 when nowhere. */
  nextBegin(text: string, index: number): number;
  /** @param within what the text is: in JSON a backslash stands there twice */
  scan(text: string, index: number, within?: RestoreInto): PlaceholderScan;
}

/**
 * The tolerant grammar: `[PERSON_3K]`, `[person 3k]`, `【PERSON_３K】`, `[**PERSON\_3K**]`, `\[PERSON\_3K\]`.
 * Letters, digits and their order must be exact; only case, width, separators and emphasis inside the brackets
 * may vary. The key is the placeholder without any of these, for example `PERSON3K`.
 */
export function createPlaceholderGrammar(labels: readonly string[]): PlaceholderGrammar {
  const whole = new Set(labels.map(compactLabel));
  const prefixes = new Set(
    [...whole].flatMap((label) => label.split('').map((_, at) => label.slice(0, at + 1))),
  );
  return {
    canBegin: (text, index) => isOpening(text.charCodeAt(index)),
    nextBegin(text, index) {
      OPENINGS.lastIndex = index;
      return OPENINGS.exec(text)?.index ?? -1;
    },
    scan: (text, index, within = 'text') =>
      scanPlaceholder(text, index, { whole, prefixes, backslash: within === 'json' ? '\\\\' : '\\' }),
  };
}

/** Asked for every character of a text: two comparisons decide for nearly all. */
function isOpening(unit: number): boolean {
  if (unit < 0x80) return unit === BACKSLASH || unit === BRACKET;
  return OPENING.includes(String.fromCharCode(unit));
}

/** `CN_ID` as it stands in a key: `CNID`. */
export function compactLabel(label: string): string {
  return label.replaceAll('_', '');
}

interface Reading {
  /** Labels as they stand in a key, and all that they begin with. */
  readonly whole: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** How the text writes one backslash. */
  readonly backslash: string;
}

function scanPlaceholder(text: string, index: number, reading: Reading): PlaceholderScan {
  const { backslash } = reading;
  const escaped = text.charAt(index) === '\\';
  if (escaped && !text.startsWith(backslash, index)) return index + 1 >= text.length ? open : none;
  const bracket = escaped ? index + backslash.length : index;
  if (bracket >= text.length) return escaped ? open : none;
  if (!OPENING.includes(text.charAt(bracket))) return none;
  const limit = index + MAX_PLACEHOLDER_LENGTH;
  let key = '';
  for (let at = bracket + 1; at < limit; at += 1) {
    if (at >= text.length) return open;
    const character = foldAscii(text.charAt(at));
    if (character === '\\') {
      if (at + backslash.length > Math.min(text.length, limit)) return text.length < limit ? open : none;
      if (!text.startsWith(backslash, at)) return none;
      at += backslash.length - 1;
      continue;
    }
    if (DECORATION.includes(character)) continue;
    if (CLOSING.includes(character)) return close(text, at, key, escaped, reading);
    key += character;
    if (!isKeyPrefix(key, reading)) return none;
  }
  return none;
}

function close(text: string, at: number, key: string, escaped: boolean, { whole }: Reading): PlaceholderScan {
  const label = wholeKey.exec(key)?.[1];
  if (label === undefined || !whole.has(label)) return none;
  if (escaped && text.charAt(at - 1) !== '\\') return none;
  return { kind: 'shape', key, end: at + 1 };
}

function isKeyPrefix(key: string, { whole, prefixes }: Reading): boolean {
  const parts = /^([A-Z]+)([1-9]\d{0,4}[A-Z]{0,3})?$/.exec(key);
  const label = parts?.[1];
  if (label === undefined) return false;
  return parts?.[2] === undefined ? prefixes.has(label) : whole.has(label);
}

/** Upper-case ASCII for ASCII and full-width letters, digits and punctuation. The brackets 【】 stay. */
function foldAscii(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0).toUpperCase();
  return unit >= 0x61 && unit <= 0x7a ? character.toUpperCase() : character;
}
