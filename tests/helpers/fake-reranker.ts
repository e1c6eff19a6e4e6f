import type { RerankTexts } from '../../server/knowledge/knowledge.ts';

/** Relevance without a model: the share of the query's words that a text holds. */
export const rerankByWords: RerankTexts = (query, texts) => {
  const asked = wordsOf(query);
  return Promise.resolve(
    texts.map((text) => {
      const held = new Set(wordsOf(text));
      return asked.filter((word) => held.has(word)).length / Math.max(1, asked.length);
    }),
  );
};

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
