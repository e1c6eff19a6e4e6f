import { splitSentences } from './sentences.ts';
import { questionTerms, termsOf } from './terms.ts';

/** A passage to look for the answering sentence in. All text is masked. */
export interface Passage {
  readonly chunk: string;
  readonly document: string;
  readonly collection: string;
  readonly title: string;
  readonly location: string;
  readonly text: string;
  /** Joined search score, and cosine with the question. */
  readonly score: number;
  readonly cosine: number;
}

export interface RankedSentence {
  readonly passage: Passage;
  readonly sentence: string;
  /** What it was ordered by; only comparable within one question. */
  readonly rank: number;
  /** Share of the question's information that the sentence and its surroundings hold, 0 to 1. */
  readonly coverage: number;
}

/** How rare a term is; rarer terms say more. */
export type TermWeight = (term: string) => number;

/** Share of a term's weight that counts when it is not in the sentence itself. */
const NEAR = { question: 0.8, heading: 0.6, title: 0.5, passage: 0.3 } as const;
const PASSAGE_SHARE = 0.35;
const TYPE_BONUS = 0.12;
const QUESTION_END = /[?？][”"」』)）]*$/u;

/**
 * The sentences of the passages, best first: how much of the question each covers, weighted by the rarity of the
 * words, plus the passage's own place, plus a bonus for a number where the question asks for one. Words in the
 * heading, the title, the question it answers (FAQ) and the rest of the passage count in part.
 */
export function rankSentences(
  question: string,
  passages: readonly Passage[],
  weightOf: TermWeight,
): RankedSentence[] {
  const wanted = questionTerms(question).map((term) => ({ term, weight: weightOf(term) }));
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const best = Math.max(...passages.map((passage) => passage.score), Number.EPSILON);
  const ranked = passages.flatMap((passage) =>
    candidatesOf(passage).map(({ sentence, heldBy }): RankedSentence => {
      const covered = wanted.reduce((sum, { term, weight }) => sum + weight * heldBy(term), 0);
      const coverage = covered / total;
      const rank = coverage + PASSAGE_SHARE * (passage.score / best) + typeBonus(question, sentence);
      return { passage, sentence, rank, coverage };
    }),
  );
  return ranked.toSorted((left, right) => right.rank - left.rank);
}

interface SentenceCandidate {
  readonly sentence: string;
  /** How far the sentence holds a term: 1 in itself, less in what stands around it. */
  readonly heldBy: (term: string) => number;
}

function candidatesOf(passage: Passage): SentenceCandidate[] {
  const title = new Set(termsOf(passage.title));
  const heading = new Set(termsOf(passage.location));
  const whole = new Set(termsOf(passage.text));
  const candidates: SentenceCandidate[] = [];
  let asked = new Set<string>();
  for (const sentence of splitSentences(passage.text)) {
    const own = new Set(termsOf(sentence));
    if (QUESTION_END.test(sentence)) asked = own;
    else {
      const question = asked;
      candidates.push({
        sentence,
        heldBy: (term) => {
          if (own.has(term)) return 1;
          if (question.has(term)) return NEAR.question;
          if (heading.has(term)) return NEAR.heading;
          if (title.has(term)) return NEAR.title;
          return whole.has(term) ? NEAR.passage : 0;
        },
      });
    }
  }
  return candidates;
}

const asksForNumber =
  /\b(?:how (?:many|much|long|often|old|far|soon|late|early)|when|what (?:time|date|percentage|rate|limit|amount|fee)|until what)\b|多少|多久|多长|多大|几|何时|什么时候|哪年|哪天/iu;
const holdsNumber =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|sixty|ninety|hundred|monthly|weekly|daily|annually|yearly|immediately|free)\b|[一二三四五六七八九十百千万两半]\s*[天日周月年个次元倍成点小分]|免费|免收|立即/iu;

function typeBonus(question: string, sentence: string): number {
  return asksForNumber.test(question) && holdsNumber.test(sentence) ? TYPE_BONUS : 0;
}
