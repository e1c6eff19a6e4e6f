import { foldRuns } from './fold-runs.ts';

const NOT_FOLDED = -1;
const DROPPED = 0;
const SPACE = 0x20;
const DASH = 0x2d;

const foldedCodePoints = new Map<number, number>();

/** The text as the rules read it, and the way back to the original's UTF-16 offsets. */
export interface TextView {
  /** Folded text: one UTF-16 unit for each kept character. */
  readonly text: string;
  readonly original: string;
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
  const units = new Uint16Array(original.length);
  const starts = new Uint32Array(original.length + 1);
  let length = 0;
  let changed = false;
  for (let index = 0; index < original.length; index += 1) {
    const unit = original.charCodeAt(index);
    const folded = foldUnit(unit);
    if (folded !== NOT_FOLDED) {
      units[length] = folded;
      starts[length] = index;
      length += 1;
      if (folded !== unit) changed = true;
      continue;
    }
    const codePoint = original.codePointAt(index) ?? unit;
    const wide = codePoint > 0xffff;
    const target = foldCodePoint(codePoint);
    if (target === NOT_FOLDED) {
      length = keep(original, index, wide, units, starts, length);
    } else {
      changed = true;
      if (target !== DROPPED) {
        units[length] = target;
        starts[length] = index;
        length += 1;
      }
    }
    if (wide) index += 1;
  }
  starts[length] = original.length;
  return changed ? foldedView(original, units, starts, length) : plainView(original);
}

/** Everyday text without a table look-up: ASCII, Hanzi, full-width ASCII. */
function foldUnit(unit: number): number {
  if (unit < 0x80) return unit;
  if (unit > 0x3000 && unit < 0xa000) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  return NOT_FOLDED;
}

function keep(
  original: string,
  index: number,
  wide: boolean,
  units: Uint16Array,
  starts: Uint32Array,
  at: number,
): number {
  units[at] = original.charCodeAt(index);
  starts[at] = index;
  if (!wide) return at + 1;
  units[at + 1] = original.charCodeAt(index + 1);
  starts[at + 1] = index + 1;
  return at + 2;
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

function plainView(original: string): TextView {
  return { text: foldRuns(original), original, startOf: (index) => index, endOf: (end) => end };
}

function foldedView(original: string, units: Uint16Array, starts: Uint32Array, length: number): TextView {
  const bytes = Buffer.from(units.buffer, 0, length * 2);
  return {
    text: foldRuns(bytes.toString('utf16le')),
    original,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (end) => (end === 0 ? 0 : characterEnd(original, starts[end - 1] ?? original.length)),
  };
}

function characterEnd(original: string, start: number): number {
  const codePoint = original.codePointAt(start);
  return codePoint !== undefined && codePoint > 0xffff ? start + 2 : start + 1;
}
