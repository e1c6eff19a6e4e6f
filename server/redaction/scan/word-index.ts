import type { EntityType } from '../entity-type.ts';
import type { ListRule } from '../rule.ts';
import { createTextView } from '../text-view.ts';
import { OpeningTable } from './opening-table.ts';
import { NO_NODE, PackedTrie } from './packed-trie.ts';
import { type Word, WordHits } from './word-hits.ts';

/** A word while the index is built. */
interface WordInMaking extends Word {
  readonly announces: Set<string>;
  readonly rulesOut: Set<string>;
  readonly listedBy: ListRule[];
}

/** Finds the context words of every type, and the words of every list, in one pass over the text, in any letter case. */
export interface WordIndex {
  find(text: string): WordHits;
}

export function createWordIndex(types: readonly EntityType[], lists: readonly ListRule[]): WordIndex {
  const list: WordList = { openings: new OpeningTable(), trie: new PackedTrie(), words: [] };
  const wordOf = (text: string): WordInMaking => {
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
  return { find: (text) => findAll(list, text) };
}

interface WordList {
  readonly openings: OpeningTable;
  readonly trie: PackedTrie;
  /** By the node at which they end. */
  readonly words: (WordInMaking | undefined)[];
}

function findAll(list: WordList, text: string): WordHits {
  const hits = new WordHits();
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

function addHits({ trie, words }: WordList, text: string, start: number, hits: WordHits): void {
  let node = trie.first(lowerAt(text, start));
  for (let end = start + 1; node !== NO_NODE; end += 1) {
    const next = lowerAt(text, end);
    const word = words[node];
    if (word !== undefined && !(isLetter(next) && isLetter(lowerAt(text, end - 1)))) {
      hits.add(start, end, word);
    }
    node = trie.next(node, next);
  }
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
