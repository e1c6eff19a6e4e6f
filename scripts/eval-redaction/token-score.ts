import type { Finding } from '../../server/domain/masked.ts';
import type { LabelledText } from './data-sets.ts';

/** Words, and each other character that is no space. */
const TOKEN = /[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu;

/**
 * How many tokens of labelled values are masked, and how many masked ones are labelled, whatever the type: the figures that
 * Presidio's evaluator gives. F2 counts a leak four times as much as a word masked in vain.
 */
export interface TokenScore {
  add(text: LabelledText, findings: readonly Finding[]): void;
  format(): string;
}

/** @param wordsOnly leaves punctuation out. */
export function createTokenScore(wordsOnly: boolean): TokenScore {
  let masked = 0;
  let right = 0;
  let labelled = 0;
  return {
    add({ text, gold }, findings) {
      for (const { index, 0: token } of text.matchAll(TOKEN)) {
        if (wordsOnly && !/[\p{L}\p{N}]/u.test(token)) continue;
        const end = index + token.length;
        const isGold = gold.some((span) => span.start < end && index < span.end);
        const isMasked = findings.some((finding) => finding.start < end && index < finding.end);
        labelled += Number(isGold);
        masked += Number(isMasked);
        right += Number(isGold && isMasked);
      }
    },
    format() {
      const precision = right / Math.max(1, masked);
      const recall = right / Math.max(1, labelled);
      const f2 = (5 * precision * recall) / Math.max(Number.EPSILON, 4 * precision + recall);
      return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F2 ${f2.toFixed(3)}`;
    },
  };
}
