import { sha256Hex } from '../../server/util/hash.ts';
import { normaliseVector } from '../../server/util/vector.ts';
import { createDice } from './made-up-text.ts';
import type { VectorSeeds } from './vector-seeds.ts';

/** How much of a passage comes from one real passage, from a second one, and from nowhere. Noise has length 1 before. */
const FIRST = 0.8;
const SECOND = 0.35;
const NOISE = 0.35;

export interface MadeUpVectors {
  /** Near one real passage, a little towards another: so the store has the crowds and the gaps that real stores have. */
  passage(text: string): Float32Array;
  /** The vector of a real question; equal texts get equal ones. */
  question(text: string): Float32Array;
}

/** Vectors for made-up texts: those of real texts, varied without a model. */
export function createMadeUpVectors({ passages, questions }: VectorSeeds): MadeUpVectors {
  return {
    passage(text) {
      const dice = diceOf(text);
      const first = pick(passages, dice());
      const second = pick(passages, dice());
      // The sum of two even numbers is close enough to a bell. Its variance is 1/6.
      const scale = NOISE * Math.sqrt(6 / first.length);
      return normaliseVector(
        first.map((value, at) => FIRST * value + SECOND * (second[at] ?? 0) + scale * (dice() + dice() - 1)),
      );
    },
    question: (text) => pick(questions, diceOf(text)()),
  };
}

function diceOf(text: string): () => number {
  return createDice(Number.parseInt(sha256Hex(text).slice(0, 8), 16));
}

function pick(from: readonly Float32Array[], share: number): Float32Array {
  return from[Math.floor(share * from.length)] ?? new Float32Array();
}
