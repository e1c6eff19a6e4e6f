/** Where a way of writing begins. */
export const ROOT = 1;
/** A piece that no way of writing goes on with. */
export const NO_WAY = 0;

/**
 * Ways to write a value in pieces, by the lengths of the pieces: `6-8-4` is three steps from the root. What belongs to a
 * way is found without putting its name together.
 */
export class Groupings<T> {
  /** For each node, the node after a piece of each length. */
  readonly #steps: number[][] = [[], []];
  readonly #values: (T | undefined)[] = [];

  /** @param values by grouping, for example `9` and `2-2-2-2-1`. */
  constructor(values: Iterable<readonly [grouping: string, value: T]>) {
    for (const [grouping, value] of values) {
      const node = grouping.split('-').reduce((at, size) => this.#stepTo(at, Number(size)), ROOT);
      this.#values[node] = value;
    }
  }

  /** The node after one more piece, or NO_WAY. */
  next(node: number, size: number): number {
    return this.#steps[node]?.[size] ?? NO_WAY;
  }

  /** What belongs to the way that ends here. */
  at(node: number): T | undefined {
    return this.#values[node];
  }

  /** Whether some way takes more pieces from here. */
  goesOn(node: number): boolean {
    return (this.#steps[node]?.length ?? 0) > 0;
  }

  #stepTo(node: number, size: number): number {
    const known = this.next(node, size);
    if (known !== NO_WAY) return known;
    const made = this.#steps.length;
    this.#steps.push([]);
    const steps = this.#steps[node] ?? [];
    // Without holes, so that a look-up stays one load.
    while (steps.length <= size) steps.push(NO_WAY);
    steps[size] = made;
    return made;
  }
}
