import { splitSentences } from './sentences.ts';

/** Cuts text that arrives in pieces into sentences, each with the white space before it. */
export interface SentenceStream {
  /** Takes the next piece and returns the sentences that are complete now: those after which another one began. */
  push(piece: string): string[];
  /** Returns what is left. Call it once, at the end. */
  end(): string[];
}

export function createSentenceStream(): SentenceStream {
  let pending = '';
  const cut = (keepLast: boolean): string[] => {
    const sentences = splitSentences(pending);
    const complete = keepLast ? sentences.slice(0, -1) : sentences;
    return complete.map((sentence) => {
      const end = pending.indexOf(sentence) + sentence.length;
      const whole = pending.slice(0, end);
      pending = pending.slice(end);
      return whole;
    });
  };
  return {
    push(piece) {
      pending += piece;
      return cut(true);
    },
    end: () => cut(false),
  };
}
