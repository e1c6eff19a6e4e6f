import type { EntityType } from '../entity-type.ts';
import type { ListRule } from '../rule.ts';
import { createTextView } from '../text-view.ts';
import { OpeningTable } from './opening-table.ts';
import { NO_NODE, PackedTrie } from './packed-trie.ts';

/** What a word of the index says. */
interface Word {
  /** Columns on a screen: a Hanzi says as much as two letters. */
  readonly width: number;
  /** Types whose value it announces. */
  readonly announces: Set<string>;
  /** Types whose value it rules out. */
  readonly rulesOut: Set<string>;
  /** Rules that list it. */
  readonly listedBy: ListRule[];
}

/** A word of the index in the text. */
export interface WordHit {
  readonly start: number;
  readonly end: number;
  readonly word: Readonly<Word>;
}

/** The words of one text, in the order of their start. */
export interface WordHits {
  readonly all: readonly WordHit[];
  /** Whether some word announces the type. */
  has(type: string): boolean;
  /** Words that announce the type. */
  of(type: string): readonly WordHit[];
}

/** Finds the context words of every type, and the words of every list, in one pass over the text, in any letter case. */
export interface WordIndex {
  find(text: string): WordHits;
}

export function createWordIndex(types: readonly EntityType[], lists: readonly ListRule[]): WordIndex {
  const list: WordList = { openings: new OpeningTable(), trie: new PackedTrie(), words: [] };
  const wordOf = (text: string): Word => {
    // As it stands in a view: folding drops the marks of Thai vowels, for example.
    const folded = createTextView(text).text;
    list.openings.add(folded);
    return (list.words[list.trie.insert(folded)] ??= {
      width: widthOf(text),
      announces: new Set(),
      rulesOut: new Set(),
      listedBy: [],
    });
  };
  for (const type of types) {
    for (const word of type.context) wordOf(word).announces.add(type.id);
    for (const word of type.unless ?? []) wordOf(word).rulesOut.add(type.id);
  }
  for (const rule of lists) for (const word of rule.words) wordOf(word).listedBy.push(rule);
  return { find: (text) => toHits(findAll(list, text)) };
}

interface WordList {
  readonly openings: OpeningTable;
  readonly trie: PackedTrie;
  /** By the node at which they end. */
  readonly words: (Word | undefined)[];
}

function findAll(list: WordList, text: string): readonly WordHit[] {
  const hits: WordHit[] = [];
  let afterLetter = false;
  let unit = lowerAt(text, 0);
  let next = lowerAt(text, 1);
  for (let start = 0; start < text.length; start += 1) {
    const third = lowerAt(text, start + 2);
    const isInWord = afterLetter && isLetter(unit);
    if (!isInWord && list.openings.mayBegin(unit, next, third)) addHits(list, text, start, hits);
    afterLetter = isLetter(unit);
    unit = next;
    next = third;
  }
  return hits;
}

function addHits({ trie, words }: WordList, text: string, start: number, hits: WordHit[]): void {
  let node = trie.first(lowerAt(text, start));
  for (let end = start + 1; node !== NO_NODE; end += 1) {
    const next = lowerAt(text, end);
    const word = words[node];
    if (word !== undefined && !(isLetter(next) && isLetter(lowerAt(text, end - 1)))) {
      hits.push({ start, end, word });
    }
    node = trie.next(node, next);
  }
}

function toHits(all: readonly WordHit[]): WordHits {
  let announced: ReadonlySet<string> | undefined;
  const has = (type: string): boolean => {
    announced ??= announcedBy(all);
    return announced.has(type);
  };
  return {
    all,
    has,
    of: (type) => (has(type) ? all.filter(({ word }) => word.announces.has(type)) : []),
  };
}

function announcedBy(hits: readonly WordHit[]): ReadonlySet<string> {
  const types = new Set<string>();
  for (const word of new Set(hits.map((hit) => hit.word))) for (const type of word.announces) types.add(type);
  return types;
}

function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) < 0x2e80 ? 1 : 2;
  return width;
}

/** The unit in lower case; 0 beyond the end. */
function lowerAt(text: string, index: number): number {
  const unit = index < text.length ? text.charCodeAt(index) : 0;
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
