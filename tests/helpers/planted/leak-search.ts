import type { PlantedValue } from './values.ts';

/** A planted value and the call that carried it. */
export interface Planted extends PlantedValue {
  /** Route and field, for the report: it holds nothing of the value. */
  readonly place: string;
}

/** Where something of a planted value was found. */
export interface Leak {
  readonly place: string;
  readonly type: string;
  readonly found: string;
}

interface Node {
  readonly next: Map<number, Node>;
  planted?: Planted;
}

/** So much of a value must be there to be it and no accident. */
const LEAST_CORE = 11;

/**
 * Looks for planted values in whatever was written: as they were written and without separators, in Base64 at any offset, in
 * percent-encoding and in JSON escapes; and for the middle of a long one, should only its ends be masked. One pass.
 */
export class LeakSearch {
  readonly #root: Node = { next: new Map() };

  add(planted: Planted): void {
    for (const needle of needlesOf(planted)) {
      let node = this.#root;
      for (let at = 0; at < needle.length; at += 1) {
        const unit = needle.charCodeAt(at);
        const next = node.next.get(unit) ?? { next: new Map() };
        node.next.set(unit, next);
        node = next;
      }
      node.planted ??= planted;
    }
  }

  /** @param found where the text was written, for the report */
  find(text: string, found: string): Leak[] {
    const leaks = new Map<Planted, Leak>();
    for (let start = 0; start < text.length; start += 1) {
      let node = this.#root.next.get(text.charCodeAt(start));
      for (let at = start + 1; node !== undefined; at += 1) {
        const { planted } = node;
        if (planted !== undefined) leaks.set(planted, { place: planted.place, type: planted.type, found });
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
    }
    return [...leaks.values()];
  }
}

function needlesOf({ plain, written }: PlantedValue): ReadonlySet<string> {
  const spellings = [plain, written, ...coresOf(plain)];
  return new Set(spellings.flatMap((text) => [text, ...encodedForms(text)]));
}

/** The middle of a long value, and the name in front of an address. */
function coresOf(plain: string): string[] {
  const name = /^(.{9,})@/.exec(plain)?.[1];
  const middle = plain.slice(2, -2);
  return [...(name === undefined ? [] : [name]), ...(middle.length >= LEAST_CORE ? [middle] : [])];
}

function encodedForms(text: string): string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = text.replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [escaped, ascii, encodeURIComponent(text), ...base64Forms(Buffer.from(text))];
}

/** The characters of the Base64 of a text that do not depend on what stands around it, for each of three offsets. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    return padded.toString('base64').slice(first, last);
  });
}
