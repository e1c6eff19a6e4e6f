/** Marks the absence of a node. */
export const NO_NODE = 0;

const ROOT = 1;
const FIRST_CAPACITY = 256;

/**
 * A trie over UTF-16 units in flat arrays: the first step is one table look-up, every further one a probe of an
 * open-addressed hash table. Several times faster than one `Map` for each node, and a tenth of its memory.
 */
export class PackedTrie {
  /** The nodes after one unit, in a table of 256 kB; a small trie has them among the other edges. */
  readonly #first: Int32Array | undefined;
  #capacity = FIRST_CAPACITY;
  /** Parent node and unit of an edge, then the node it leads to. */
  #edges = new Int32Array(FIRST_CAPACITY * 3);
  #count = 0;
  #nodes = ROOT;

  /** @param size `small` for one that is made often and holds few words */
  constructor(size: 'large' | 'small' = 'large') {
    this.#first = size === 'large' ? new Int32Array(0x10000) : undefined;
  }

  /** The node at which `word` ends; made where it is missing. */
  insert(word: string): number {
    let node = this.#childOf(ROOT, word.charCodeAt(0));
    if (this.#first !== undefined) this.#first[word.charCodeAt(0)] = node;
    for (let index = 1; index < word.length; index += 1) node = this.#childOf(node, word.charCodeAt(index));
    return node;
  }

  /** The node after the first unit of a word, or NO_NODE. */
  first(unit: number): number {
    return this.#first === undefined ? this.next(ROOT, unit) : (this.#first[unit] ?? NO_NODE);
  }

  /** The node one unit further, or NO_NODE. */
  next(node: number, unit: number): number {
    const edges = this.#edges;
    for (let at = slot(node, unit, this.#capacity); ; at = (at + 1) & (this.#capacity - 1)) {
      const parent = edges[at * 3];
      if (parent === NO_NODE) return NO_NODE;
      if (parent === node && edges[at * 3 + 1] === unit) return edges[at * 3 + 2] ?? NO_NODE;
    }
  }

  #childOf(node: number, unit: number): number {
    const known = this.next(node, unit);
    if (known !== NO_NODE) return known;
    if ((this.#count + 1) * 2 > this.#capacity) this.#grow();
    const child = this.#newNode();
    this.#put(node, unit, child);
    this.#count += 1;
    return child;
  }

  #newNode(): number {
    this.#nodes += 1;
    return this.#nodes;
  }

  #put(node: number, unit: number, child: number): void {
    const edges = this.#edges;
    let at = slot(node, unit, this.#capacity);
    while (edges[at * 3] !== NO_NODE) at = (at + 1) & (this.#capacity - 1);
    edges[at * 3] = node;
    edges[at * 3 + 1] = unit;
    edges[at * 3 + 2] = child;
  }

  #grow(): void {
    const old = this.#edges;
    this.#capacity *= 2;
    this.#edges = new Int32Array(this.#capacity * 3);
    for (let at = 0; at < old.length; at += 3) {
      const node = old[at] ?? NO_NODE;
      if (node !== NO_NODE) this.#put(node, old[at + 1] ?? 0, old[at + 2] ?? NO_NODE);
    }
  }
}

/** Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
function slot(node: number, unit: number, capacity: number): number {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (capacity - 1);
}
