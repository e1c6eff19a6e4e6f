import type { ListRule } from '../rule.ts';

/** What a word of the index says. */
export interface Word {
  /** Columns on a screen: a Hanzi says as much as two letters. */
  readonly width: number;
  /** Types whose value it announces. */
  readonly announces: ReadonlySet<string>;
  /** Types whose value it rules out. */
  readonly rulesOut: ReadonlySet<string>;
  /** Rules that list it. */
  readonly listedBy: readonly ListRule[];
}

/** A word of the index in the text. */
export interface WordHit {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

/**
 * The words of one text, in the order of their start. Kept in columns: where every word of a long text is one, an object
 * for each costs more time in the collection of garbage than the reading does.
 */
export class WordHits {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #words: Word[] = [];
  #announced: ReadonlySet<string> | undefined;

  add(start: number, end: number, word: Word): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#words.push(word);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Infinity beyond the last. */
  startOf(index: number): number {
    return this.#starts[index] ?? Infinity;
  }

  /** Infinity beyond the last. */
  endOf(index: number): number {
    return this.#ends[index] ?? Infinity;
  }

  wordOf(index: number): Word | undefined {
    return this.#words[index];
  }

  at(index: number): WordHit | undefined {
    const word = this.#words[index];
    return word && { start: this.startOf(index), end: this.endOf(index), word };
  }

  /** Index of the first that starts at `position` or later. */
  firstFrom(position: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.startOf(middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether some word announces the type. */
  has(type: string): boolean {
    this.#announced ??= new Set([...new Set(this.#words)].flatMap(({ announces }) => [...announces]));
    return this.#announced.has(type);
  }

  /** Words that announce the type. */
  of(type: string): readonly WordHit[] {
    return this.has(type) ? [...this].filter(({ word }) => word.announces.has(type)) : [];
  }

  *[Symbol.iterator](): Generator<WordHit> {
    for (const [index, word] of this.#words.entries())
      yield { start: this.startOf(index), end: this.endOf(index), word };
  }
}
