import type { Leaf } from '../leaf.ts';
import { searchColumns } from '../search-columns.ts';

/** What verification asks of an entry. */
export interface LeafFacts {
  readonly type: string;
  readonly seq: number;
  readonly prev: string;
  readonly origin: string;
  readonly id: string;
  readonly boot: string;
  readonly at: string;
  readonly exchange: string | null;
  readonly actor: string | null;
  readonly model: string | null;
  readonly decision: string | null;
  /** The intent that it closes. */
  readonly outcomeOf?: number;
  /** SHA-256 (hex) of the sealed content that stands beside it. */
  readonly content?: string;
  /** The entry as a whole, for the types that say something about other entries. */
  readonly leaf?: Leaf;
}

export function factsOf(leaf: Leaf): LeafFacts {
  const { seq, prev, origin, id, boot } = leaf;
  const content = 'prompt' in leaf ? leaf.prompt.ct : 'answer' in leaf ? leaf.answer.ct : undefined;
  return {
    ...searchColumns(leaf),
    seq,
    prev,
    origin,
    id,
    boot,
    leaf,
    ...('outcome_of' in leaf && { outcomeOf: leaf.outcome_of }),
    ...(content !== undefined && { content }),
  };
}
