import { foldRuns } from './fold-runs.ts';

const NOT_FOLDED = -1;
const DROPPED = 0;
const SPACE = 0x20;
const DASH = 0x2d;

const ASCII = /^[\0-\x7f]*$/;

const foldedCodePoints = new Map<number, number>();

/** The text as the rules read it, and the way back to the original's UTF-16 offsets. */
export interface TextView {
  /** Folded text: one UTF-16 unit for each kept character. */
  readonly text: string;
  readonly original: string;
  /** Offsets of the view are those of the original, and none of them is inside of a surrogate pair. */
  readonly isWhole: boolean;
  /** Offset in the original where the character at `index` of the view begins. */
  startOf(index: number): number;
  /** Offset in the original just after the last character of the view's half-open range that ends at `end`. */
  endOf(end: number): number;
}

/**
 * Folds what people and evaders write for the same value: full-width and compatibility letters, digits of every
 * script, exotic spaces and dashes become ASCII one to one; zero-width characters, soft hyphens, direction and
 * combining marks are dropped (Unicode 15: general categories Nd, Zs, Pd, Cf, Mn); Chinese numerals read out one by
 * one and look-alike letters in ASCII words follow (`foldRuns`). Enclosed digits such as ①
 * stay, because they number things and would glue themselves to the number that follows.
 */
export function createTextView(original: string): TextView {
  // A copy in one piece: a string that was cut out or joined takes several times as long to read unit by unit.
  if (ASCII.test(original))
    return wholeView(Buffer.from(original, 'latin1').toString('latin1'), original, true);
  const written = unitsOf(original);
  const units = new Uint16Array(original.length);
  let length = 0;
  /** Of the kept characters, from the first one that no longer stands where it stood. */
  let starts: Uint32Array | undefined;
  let hasPairs = false;
  for (let index = 0; index < original.length; index += 1) {
    if (starts === undefined && length < index) starts = identityTo(length, original.length);
    const unit = written[index] ?? 0;
    const folded = foldUnit(unit);
    if (folded !== NOT_FOLDED) {
      units[length] = folded;
      if (starts !== undefined) starts[length] = index;
      length += 1;
      continue;
    }
    const codePoint = original.codePointAt(index) ?? unit;
    const target = foldCodePoint(codePoint);
    const wide = codePoint > 0xffff;
    if (target !== DROPPED) {
      units[length] = target === NOT_FOLDED ? unit : target;
      if (starts !== undefined) starts[length] = index;
      length += 1;
    }
    if (!wide) continue;
    hasPairs = true;
    index += 1;
    if (target !== NOT_FOLDED) continue;
    units[length] = written[index] ?? 0;
    if (starts !== undefined) starts[length] = index;
    length += 1;
  }
  const text = foldRuns(textOf(units, length));
  if (starts === undefined && length === original.length) return wholeView(text, original, !hasPairs);
  starts ??= identityTo(length, original.length);
  starts[length] = original.length;
  return shiftedView(text, original, starts);
}

function identityTo(length: number, most: number): Uint32Array {
  const starts = new Uint32Array(most + 1);
  for (let index = 0; index < length; index += 1) starts[index] = index;
  return starts;
}

/** Everyday text without a table look-up: ASCII, Hanzi, full-width ASCII. */
function foldUnit(unit: number): number {
  if (unit < 0x80) return unit;
  if (unit > 0x3000 && unit < 0xa000) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  return NOT_FOLDED;
}

function foldCodePoint(codePoint: number): number {
  const known = foldedCodePoints.get(codePoint);
  if (known !== undefined) return known;
  const folded = classify(codePoint);
  if (foldedCodePoints.size < 4096) foldedCodePoints.set(codePoint, folded);
  return folded;
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u.test(character)) return DROPPED;
  if (/\p{Nd}/u.test(character)) return 0x30 + decimalValue(codePoint);
  if (/\p{Zs}/u.test(character)) return SPACE;
  if (/[\p{Pd}\u2212\u30fc]/u.test(character)) return DASH;
  if (!/[\p{L}\p{Po}\p{Ps}\p{Pe}\p{Sm}]/u.test(character)) return NOT_FOLDED;
  const compatible = character.normalize('NFKC');
  return compatible.length === 1 && compatible !== character ? compatible.charCodeAt(0) : NOT_FOLDED;
}

/** Decimal digits stand in runs of ten from zero to nine; the mathematical ones are five such runs in a row. */
function decimalValue(codePoint: number): number {
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}

function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  // Small buffers share their memory, and may begin at an odd byte.
  const start = bytes.byteOffset;
  return start % 2 === 0
    ? new Uint16Array(bytes.buffer, start, text.length)
    : new Uint16Array(bytes.buffer.slice(start, start + bytes.length));
}

function textOf(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

function wholeView(text: string, original: string, isWhole: boolean): TextView {
  return { text, original, isWhole, startOf: (index) => index, endOf: (end) => end };
}

function shiftedView(text: string, original: string, starts: Uint32Array): TextView {
  return {
    text,
    original,
    isWhole: false,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (end) => (end === 0 ? 0 : characterEnd(original, starts[end - 1] ?? original.length)),
  };
}

function characterEnd(original: string, start: number): number {
  const codePoint = original.codePointAt(start);
  return codePoint !== undefined && codePoint > 0xffff ? start + 2 : start + 1;
}
