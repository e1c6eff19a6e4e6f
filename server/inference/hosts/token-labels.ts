import { softmax } from '../softmax.ts';
import { HostError } from './host-error.ts';

/** What one label of the model stands for. */
interface LabelMeaning {
  /** Entity type; absent when nobody asked for what the label marks. */
  readonly type: string | undefined;
  /** Whether it marks the first or only token of a value, in the schemes that tell. */
  readonly begins: boolean;
}

/** What a token is taken for. */
export interface TokenReading {
  readonly type: string;
  /** Probability of all labels of the type together, 0 to 1. */
  readonly score: number;
  /** Whether a value more likely begins here than goes on. */
  readonly begins: boolean;
}

export type ReadToken = (logits: readonly number[]) => TokenReading | undefined;

/** BIO, BIOES, BILOU and BMES write the place in the value before its label. */
const SCHEME = /^([BIESLUM])[-_](.+)$/u;
const BEGINNINGS = new Set(['B', 'S', 'U']);

/**
 * Reads the logits of a token by the labels of the model.
 * @param names labels of the model, in the order of the logits
 * @param types entity type by label, without the scheme
 * @throws HostError when the model has no such label: then the catalogue describes another model
 */
export function createReadToken(
  names: readonly string[],
  types: Readonly<Record<string, string>>,
  threshold: number,
): ReadToken {
  const meanings = names.map((name) => meaningOf(name, types));
  assertKnown(names, types);
  return (logits) => {
    const probabilities = softmax(logits);
    const sums = new Map<string, { score: number; beginning: number }>();
    for (const [at, { type, begins }] of meanings.entries()) {
      if (type === undefined) continue;
      const sum = sums.get(type) ?? { score: 0, beginning: 0 };
      const probability = probabilities[at] ?? 0;
      sums.set(type, {
        score: sum.score + probability,
        beginning: sum.beginning + (begins ? probability : 0),
      });
    }
    const [best] = [...sums].toSorted(([, left], [, right]) => right.score - left.score);
    if (best === undefined || best[1].score < threshold) return undefined;
    const [type, { score, beginning }] = best;
    return { type, score: Math.min(1, score), begins: beginning > score / 2 };
  };
}

function meaningOf(name: string, types: Readonly<Record<string, string>>): LabelMeaning {
  const [, place, label] = SCHEME.exec(name) ?? [];
  return {
    type: types[label ?? name],
    begins: place !== undefined && BEGINNINGS.has(place),
  };
}

function assertKnown(names: readonly string[], types: Readonly<Record<string, string>>): void {
  const known = new Set(names.map((name) => SCHEME.exec(name)?.[2] ?? name));
  const strange = Object.keys(types).find((label) => !known.has(label));
  if (strange === undefined) return;
  throw new HostError(
    'failed',
    `The catalogue maps the label ${strange}, and the model has none of that name. It has: ${[...known].join(', ')}.`,
  );
}
