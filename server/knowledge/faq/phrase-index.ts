import type { Phrase } from './phrase.ts';

/** Finds the wordings that hold every word of a question, without looking at the others. */
export interface PhraseIndex {
  /** Those of the same letters. */
  exact(key: string): readonly Phrase[];
  /** Those in which no word of the question is missing. */
  holding(words: readonly string[]): readonly Phrase[];
}

export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const byKey = new Map<string, Phrase[]>();
  const byWord = new Map<string, Set<Phrase>>();
  for (const phrase of phrases) {
    byKey.set(phrase.key, [...(byKey.get(phrase.key) ?? []), phrase]);
    for (const word of phrase.words) {
      const holders = byWord.get(word) ?? new Set();
      byWord.set(word, holders.add(phrase));
    }
  }
  return {
    exact: (key) => byKey.get(key) ?? [],
    holding(words) {
      const lists = [...new Set(words)].map((word) => byWord.get(word) ?? new Set<Phrase>());
      const [rarest, ...others] = lists.toSorted((left, right) => left.size - right.size);
      return rarest === undefined
        ? []
        : [...rarest].filter((phrase) => others.every((list) => list.has(phrase)));
    },
  };
}
