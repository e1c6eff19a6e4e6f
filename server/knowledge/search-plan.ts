import type { Scored } from './fuse-scores.ts';
import { normaliseText } from './normalise-text.ts';
import { splitQuestion } from './split-question.ts';

/** What is looked for, and how what is found for each is joined. */
export type SearchPlan =
  | { readonly kind: 'one'; readonly lookUps: readonly [string] }
  /** The question with the one it continues, and alone: a wrong guess that it continues anything costs little. */
  | { readonly kind: 'continued'; readonly lookUps: readonly [whole: string, own: string] }
  /** The question as a whole, then each of its parts. */
  | { readonly kind: 'parts'; readonly lookUps: readonly string[] };

export interface PlannedQuestion {
  readonly text: string;
  /** Earlier questions that this one continues. */
  readonly antecedent?: string | undefined;
}

/** Decides by the form of the question alone how it is looked up. */
export function planSearch({ text, antecedent }: PlannedQuestion): SearchPlan {
  if (antecedent !== undefined) return { kind: 'continued', lookUps: [`${antecedent} ${text}`, text] };
  const parts = splitQuestion(normaliseText(text));
  return parts.length === 0 ? { kind: 'one', lookUps: [text] } : { kind: 'parts', lookUps: [text, ...parts] };
}

/** Joins what each look-up found, each best first, into one list, best first. */
export function joinFound(kind: SearchPlan['kind'], found: readonly (readonly Scored[])[]): Scored[] {
  switch (kind) {
    case 'one':
      return [...(found[0] ?? [])];
    case 'continued':
      return meanScores(found);
    case 'parts':
      return withBestOfParts(found);
    default:
      return kind satisfies never;
  }
}

function meanScores(found: readonly (readonly Scored[])[]): Scored[] {
  const sums = new Map<string, number>();
  for (const { chunk, score } of found.flat()) sums.set(chunk, (sums.get(chunk) ?? 0) + score / found.length);
  return Array.from(sums, ([chunk, score]) => ({ chunk, score })).toSorted(
    (left, right) => right.score - left.score || (left.chunk < right.chunk ? -1 : 1),
  );
}

/** The best for the whole question stays first; behind it comes the best of each part, then the rest of the whole. */
function withBestOfParts([whole = [], ...parts]: readonly (readonly Scored[])[]): Scored[] {
  const tops = [whole, ...parts].flatMap(([best]) => (best === undefined ? [] : [best]));
  const seen = new Set<string>();
  let least = Infinity;
  return [...tops, ...whole].flatMap(({ chunk, score }) => {
    if (seen.has(chunk)) return [];
    seen.add(chunk);
    least = Math.min(least, score);
    return [{ chunk, score: least }];
  });
}
