import { cosineOf } from '../fuse-scores.ts';
import { exactKey } from '../faq/phrase.ts';
import { differenceOf, type ReadQuestion, readQuestion } from '../faq/same-question.ts';
import type { GapQuestion } from './gap.ts';

/** The first wording of a gap, ready to be compared. */
interface Cluster {
  readonly id: string;
  readonly keys: Set<string>;
  readonly read: ReadQuestion;
}

/**
 * Puts askings of one question together. Only within the same language and the very same collections: a gap is shown to
 * whoever may read all of these, and an asking over others must not get in. Which gap an asking joins depends on nothing but
 * the gaps there are.
 */
export interface GapClusters {
  /** By its letters, without a vector. */
  findSame(question: GapQuestion): string | undefined;
  /** As another wording of the same. */
  findSimilar(question: GapQuestion, vector: Float32Array): string | undefined;
  add(id: string, question: GapQuestion, vector: Float32Array): void;
  /** Another wording of a gap. */
  extend(id: string, question: GapQuestion): void;
  clear(): void;
}

export function createGapClusters(): GapClusters {
  const groups = new Map<string, Cluster[]>();
  const groupOf = (question: Pick<GapQuestion, 'language' | 'scope'>): Cluster[] =>
    groups.get(groupKey(question)) ?? [];
  return {
    findSame: (question) => groupOf(question).find(({ keys }) => keys.has(keyOf(question.text)))?.id,
    findSimilar(question, vector) {
      const read = readQuestion(question.text, vector);
      const similar = groupOf(question)
        .map(({ id, read: known }) => ({ id, known, cosine: cosineOf(vector, known.vector) }))
        .filter(({ known, cosine }) => isSame(read, known, cosine));
      return similar.toSorted((left, right) => right.cosine - left.cosine || (left.id < right.id ? -1 : 1))[0]
        ?.id;
    },
    add(id, question, vector) {
      const cluster = {
        id,
        keys: new Set([keyOf(question.text)]),
        read: readQuestion(question.text, vector),
      };
      groups.set(groupKey(question), [...groupOf(question), cluster]);
    },
    extend(id, question) {
      groupOf(question)
        .find((cluster) => cluster.id === id)
        ?.keys.add(keyOf(question.text));
    },
    clear: () => groups.clear(),
  };
}

/** Which of two wordings is the known one is chance here. */
function isSame(left: ReadQuestion, right: ReadQuestion, cosine: number): boolean {
  return differenceOf(left, right, cosine) === undefined || differenceOf(right, left, cosine) === undefined;
}

function groupKey({ language, scope }: Pick<GapQuestion, 'language' | 'scope'>): string {
  return JSON.stringify([language, scope]);
}

/** A question of signs alone has no letters to compare. */
function keyOf(text: string): string {
  const key = exactKey(text);
  return key === '' ? text : key;
}
