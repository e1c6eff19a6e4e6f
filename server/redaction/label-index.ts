import type { EntityType } from './entity-type.ts';

/** A context word found in the text. */
export interface LabelHit {
  readonly start: number;
  readonly end: number;
}

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  /** Types whose value this word announces. */
  readonly types: string[];
  /** Types whose value this word rules out. */
  readonly ruledOut: string[];
}

/** Where the context words of one text stand. */
export interface LabelHits {
  /** Words that announce the type, in the order of their start. */
  of(type: string): readonly LabelHit[];
  /** Words that rule the type out. */
  against(type: string): readonly LabelHit[];
}

/** Finds the context words of every type in one pass over the text, in any letter case. */
export interface LabelIndex {
  find(text: string): LabelHits;
}

export function createLabelIndex(types: readonly EntityType[]): LabelIndex {
  const root = newNode();
  for (const type of types) {
    for (const word of type.context) insert(root, word).types.push(type.id);
    for (const word of type.unless ?? []) insert(root, word).ruledOut.push(type.id);
  }
  return { find: (text) => findAll(root, text) };
}

function newNode(): TrieNode {
  return { next: new Map(), types: [], ruledOut: [] };
}

function insert(root: TrieNode, word: string): TrieNode {
  let node = root;
  for (let index = 0; index < word.length; index += 1) {
    const unit = word.charCodeAt(index);
    let child = node.next.get(unit);
    if (child === undefined) {
      child = newNode();
      node.next.set(unit, child);
    }
    node = child;
  }
  return node;
}

function findAll(root: TrieNode, text: string): LabelHits {
  const announced = new Map<string, LabelHit[]>();
  const ruledOut = new Map<string, LabelHit[]>();
  for (let start = 0; start < text.length; start += 1) {
    const first = root.next.get(lowerUnit(text, start));
    if (first === undefined || (start > 0 && isLatin(text, start) && isLatin(text, start - 1))) continue;
    walk(first, text, start, announced, ruledOut);
  }
  return {
    of: (type) => announced.get(type) ?? [],
    against: (type) => ruledOut.get(type) ?? [],
  };
}

function walk(
  first: TrieNode,
  text: string,
  start: number,
  announced: Map<string, LabelHit[]>,
  ruledOut: Map<string, LabelHit[]>,
): void {
  let node: TrieNode | undefined = first;
  for (let end = start + 1; node !== undefined; end += 1) {
    const atWordEnd = !isLatin(text, end - 1) || !isLatin(text, end);
    if (atWordEnd) {
      for (const type of node.types) append(announced, type, { start, end });
      for (const type of node.ruledOut) append(ruledOut, type, { start, end });
    }
    node = end < text.length ? node.next.get(lowerUnit(text, end)) : undefined;
  }
}

function append(hits: Map<string, LabelHit[]>, type: string, hit: LabelHit): void {
  const known = hits.get(type);
  if (known === undefined) hits.set(type, [hit]);
  else known.push(hit);
}

function lowerUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

function isLatin(text: string, index: number): boolean {
  const unit = text.charCodeAt(index) | 0x20;
  return unit >= 0x61 && unit <= 0x7a;
}
