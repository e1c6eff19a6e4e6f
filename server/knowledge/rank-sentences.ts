import type { MaskedText } from '../domain/masked.ts';
import { answersType } from './question-type.ts';
import { readPassage, type PassageSentence } from './read-passage.ts';
import { isWholeWord, questionTerms } from './terms.ts';

/** A passage to look for the answering sentence in. All text is masked. */
export interface Passage {
  readonly chunk: string;
  readonly document: string;
  /** Undefined for a passage of an attached file. */
  readonly collection: string | undefined;
  readonly title: MaskedText;
  readonly location: MaskedText;
  readonly text: MaskedText;
  /** Joined search score. */
  readonly score: number;
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

/**
 * Shares of a term's weight that count when it stands not in the sentence but in the question it answers (FAQ), its
 * heading, the title, or elsewhere in the passage. For choosing a sentence, what all sentences of a passage share
 * says little; for deciding whether the question is answered at all, it says more.
 */
const CHOOSING = { question: 0.8, heading: 0.6, title: 0.7, passage: 0.05 } as const;
const SUPPORTING = { question: 0.8, heading: 0.6, title: 0.5, passage: 0.3 } as const;
/** A Chinese bigram that crosses two words is mostly chance. */
const CROSSING = 0.5;
/** For support, the rare words decide: what no document speaks of is what the question is about. */
const RARITY = 1.5;
const PASSAGE_BONUS = 0.35;
const TYPE_BONUS = 0.15;
const PHRASE_BONUS = 0.2;
/** What speaks to a model in a hostile document seldom answers; a rule for people that sounds alike still can. */
const COMMAND_PENALTY = 0.5;

/**
 * The sentences of the passages, best first: how much of the question each covers, weighted by the rarity of the
 * words, plus the passage's own place, plus a bonus for the kind of answer asked for and for words that stand
 * together as in the question, less a penalty for what reads as an instruction to a model. Headings and questions are
 * never candidates. Chosen on the sample questions and on the CMRC 2018 trial set, where adding the words of the
 * sentence before or its nearness in the starter embedder's space chose no better.
 */
export function rankSentences(
  question: string,
  passages: readonly Passage[],
  weightOf: TermWeight,
): RankedSentence[] {
  const wanted = readQuestion(question, weightOf);
  if (wanted.terms.length === 0) return [];
  const best = Math.max(...passages.map((passage) => passage.score), Number.EPSILON);
  const fits = answersType(question);
  const ranked = passages.flatMap((passage) =>
    readPassage(passage).map((candidate): RankedSentence => {
      const rank =
        coverageOf(wanted.choosing, candidate, CHOOSING) +
        PASSAGE_BONUS * (passage.score / best) +
        TYPE_BONUS * fits(candidate.sentence) +
        PHRASE_BONUS * phraseShare(wanted.phrases, candidate) -
        (candidate.commands ? COMMAND_PENALTY : 0);
      const coverage = coverageOf(wanted.supporting, candidate, SUPPORTING);
      return { passage, sentence: candidate.sentence, rank, coverage };
    }),
  );
  return ranked.toSorted((left, right) => right.rank - left.rank);
}

interface Weighted {
  readonly term: string;
  readonly weight: number;
}

interface Question {
  readonly terms: readonly string[];
  readonly choosing: readonly Weighted[];
  readonly supporting: readonly Weighted[];
  /** Neighbouring words, as `left right`. Chinese bigrams overlap, so they are phrases already. */
  readonly phrases: readonly Weighted[];
}

function readQuestion(question: string, weightOf: TermWeight): Question {
  const terms = questionTerms(question);
  const isWhole = isWholeWord(question);
  return {
    terms,
    choosing: terms.map((term) => ({ term, weight: weightOf(term) * (isWhole(term) ? 1 : CROSSING) })),
    supporting: terms.map((term) => ({ term, weight: weightOf(term) ** RARITY })),
    phrases: terms.slice(1).flatMap((term, at) => {
      const left = terms[at] ?? '';
      const weight = Math.min(weightOf(left), weightOf(term));
      return isLatin(left) && isLatin(term) ? [{ term: `${left} ${term}`, weight }] : [];
    }),
  };
}

function isLatin(term: string): boolean {
  return !/^\p{Script=Han}/u.test(term);
}

function coverageOf(
  wanted: readonly Weighted[],
  candidate: PassageSentence,
  shares: Readonly<Record<'question' | 'heading' | 'title' | 'passage', number>>,
): number {
  const shareOf = (term: string): number => {
    const place = candidate.placeOf(term);
    if (place === undefined) return 0;
    return place === 'sentence' ? 1 : shares[place];
  };
  return weightedShare(wanted, shareOf);
}

function phraseShare(phrases: readonly Weighted[], candidate: PassageSentence): number {
  return weightedShare(phrases, (phrase) => (candidate.phrases.has(phrase) ? 1 : 0));
}

function weightedShare(wanted: readonly Weighted[], shareOf: (term: string) => number): number {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : wanted.reduce((sum, { term, weight }) => sum + weight * shareOf(term), 0) / total;
}
