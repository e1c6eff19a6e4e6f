import type { AttachedPassage } from '../domain/evidence.ts';
import { questionTerms, termsOf } from '../knowledge/terms.ts';
import type { ConversationFile } from './file-store.ts';

/** Passages that go along with a question, as many as search takes from the knowledge. */
const MOST_PASSAGES = 8;
/** Robertson's BM25 parameters, at their customary values. */
const K1 = 1.2;
const B = 0.75;

/**
 * The passages of the conversation's files that fit a question best by their words (BM25), best first, with scores
 * that are 1 for the best. Passages that share no word with it stay behind. Nothing is masked here: the texts become
 * evidence only after the exchange has masked them.
 */
export function selectPassages(question: string, files: readonly ConversationFile[]): AttachedPassage[] {
  const passages = files.flatMap(passagesOf);
  const scored = scoreAll(questionTerms(question), passages);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, MOST_PASSAGES)
    .map(({ score, ...passage }) => ({ ...passage, score: score / best }));
}

function passagesOf({ id, name, passages }: ConversationFile): Omit<AttachedPassage, 'score'>[] {
  return passages.map(({ location, text }, at) => ({
    chunk: `${id}-${at + 1}`,
    file: id,
    title: name,
    location,
    text,
  }));
}

function scoreAll(
  wanted: readonly string[],
  passages: readonly Omit<AttachedPassage, 'score'>[],
): AttachedPassage[] {
  const held = passages.map(({ location, text }) => termsOf(`${location}\n${text}`));
  const average = held.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, held.length);
  const counts = held.map((terms) => countOf(terms, wanted));
  const weights = new Map(wanted.map((term) => [term, rarity(term, counts)]));
  return passages.map((passage, at) => {
    const length = (held[at]?.length ?? 0) / Math.max(1, average);
    const score = [...(counts[at] ?? [])].reduce(
      (sum, [term, count]) =>
        sum + (weights.get(term) ?? 0) * ((count * (K1 + 1)) / (count + K1 * (1 - B + B * length))),
      0,
    );
    return { ...passage, score };
  });
}

function countOf(terms: readonly string[], wanted: readonly string[]): ReadonlyMap<string, number> {
  const asked = new Set(wanted);
  const counts = new Map<string, number>();
  for (const term of terms) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function rarity(term: string, counts: readonly ReadonlyMap<string, number>[]): number {
  const frequency = counts.filter((terms) => terms.has(term)).length;
  return Math.log(1 + (counts.length - frequency + 0.5) / (frequency + 0.5));
}
