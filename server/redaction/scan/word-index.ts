import type { EntityType } from '../entity-type.ts';
import type { ListRule } from '../rule.ts';
import { createTextView } from '../text-view.ts';
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
  /** Words that announce the type. */
  of(type: string): readonly WordHit[];
}

/** Finds the context words of every type, and the words of every list, in one pass over the text, in any letter case. */
export interface WordIndex {
  find(text: string): WordHits;
}

export function createWordIndex(types: readonly EntityType[], lists: readonly ListRule[]): WordIndex {
  const trie = new PackedTrie();
  const words: (Word | undefined)[] = [];
  const wordOf = (text: string): Word => {
    // As it stands in a view: folding drops the marks of Thai vowels, for example.
    const node = trie.insert(createTextView(text).text);
    return (words[node] ??= {
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
  return { find: (text) => toHits(findAll(trie, words, text)) };
}

function findAll(trie: PackedTrie, words: readonly (Word | undefined)[], text: string): readonly WordHit[] {
  const hits: WordHit[] = [];
  let afterLetter = false;
  for (let start = 0; start < text.length; start += 1) {
    const unit = lower(text.charCodeAt(start));
    const insideWord = afterLetter && isLetter(unit);
    afterLetter = isLetter(unit);
    if (insideWord) continue;
    let node = trie.first(unit);
    for (let end = start + 1; node !== NO_NODE; end += 1) {
      const next = end < text.length ? lower(text.charCodeAt(end)) : 0;
      const word = words[node];
      if (word !== undefined && !(isLetter(next) && isLetter(lower(text.charCodeAt(end - 1))))) {
        hits.push({ start, end, word });
      }
      node = trie.next(node, next);
    }
  }
  return hits;
}

function toHits(all: readonly WordHit[]): WordHits {
  const byType = new Map<string, readonly WordHit[]>();
  return {
    all,
    of(type) {
      const known = byType.get(type);
      if (known !== undefined) return known;
      const hits = all.filter(({ word }) => word.announces.has(type));
      byType.set(type, hits);
      return hits;
    },
  };
}

function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) < 0x2e80 ? 1 : 2;
  return width;
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
