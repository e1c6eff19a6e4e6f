import { languageOf } from '../../domain/language.ts';
import { placeholdersIn } from '../../domain/placeholder.ts';
import { cosineOf } from '../fuse-scores.ts';
import { exactKey, type Phrase } from './phrase.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { differenceOf, type ReadQuestion, readQuestion } from './same-question.ts';

/** A question and what is allowed to answer it. */
export interface AskedQuestion {
  /** Masked. */
  readonly text: string;
  /** Whether this wording may answer this caller now. Decided before anything is compared. */
  readonly mayUse: (phrase: Phrase) => boolean;
  /** A wording of ours, masked as the question was: the same value has the same placeholder. */
  readonly mask: (raw: string) => Promise<string>;
  /** The question as a vector of length 1. Only called when there is something to compare with. */
  readonly embed: (question: string) => Promise<Float32Array>;
}

export interface PhraseMatch {
  readonly phrase: Phrase;
  /** 1 for the same letters, else the cosine. */
  readonly score: number;
}

/** Two entries this close answer nothing: which of them is meant cannot be told. */
const AMBIGUOUS = 0.01;

/**
 * The entry that was approved for this very question: first by its letters, then as a paraphrase. Undefined when none is,
 * and when two different entries fit alike.
 */
export async function matchQuestion(
  index: PhraseIndex,
  asked: AskedQuestion,
): Promise<PhraseMatch | undefined> {
  const key = exactKey(asked.text);
  const exact = key === '' ? [] : await thatFit(asked, index.exact(key));
  if (exact.length > 0) return clearest(exact.map((phrase) => ({ phrase, score: 1 })));
  const read = readQuestion(asked.text, new Float32Array());
  const alike = index.holding(read.words).filter((phrase) => differenceOf(read, phrase, 1) === undefined);
  const candidates = await thatFit(asked, alike);
  if (candidates.length === 0) return undefined;
  return clearest(paraphrases({ ...read, vector: await asked.embed(asked.text) }, candidates));
}

/** Phrases that may answer this caller in this language, and that are about the same values. */
async function thatFit(asked: AskedQuestion, phrases: readonly Phrase[]): Promise<Phrase[]> {
  const language = languageOf(asked.text);
  const fitting: Phrase[] = [];
  for (const phrase of phrases) {
    if (!asked.mayUse(phrase) || !phrase.languages.includes(language)) continue;
    if (await agreeOnValues(asked, phrase)) fitting.push(phrase);
  }
  return fitting;
}

function paraphrases(question: ReadQuestion, candidates: readonly Phrase[]): PhraseMatch[] {
  return candidates
    .map((phrase) => ({ phrase, score: cosineOf(question.vector, phrase.vector) }))
    .filter(({ phrase, score }) => differenceOf(question, phrase, score) === undefined);
}

function clearest(matches: readonly PhraseMatch[]): PhraseMatch | undefined {
  const [best, ...rest] = matches.toSorted(
    (left, right) => right.score - left.score || (left.phrase.entry < right.phrase.entry ? -1 : 1),
  );
  const other = rest.find(({ phrase }) => phrase.entry !== best?.phrase.entry);
  if (best === undefined || other === undefined) return best;
  return best.score - other.score < AMBIGUOUS ? undefined : best;
}

/** Personal values, names above all, must be the same ones: neither more nor fewer. */
async function agreeOnValues(asked: AskedQuestion, phrase: Phrase): Promise<boolean> {
  const values = placeholdersIn(asked.text);
  if (values.length === 0 && !phrase.personal) return true;
  const held = placeholdersIn(await asked.mask(phrase.raw));
  return values.toSorted().join() === held.toSorted().join();
}
