/**
 * What happens to a value that was found. `mask`: a placeholder, put back in the answer. `hash`: a keyed hash, the same
 * for the same value. `generalise`: something coarser, such as the year of a date. `partial`: a few of its characters.
 * `encrypt`: a token that an authorised role can open. `block`: the request is refused. `warn`: it goes on as it is,
 * and its author is told. `allow`: it goes on as it is.
 */
export const operatorNames = [
  'mask',
  'hash',
  'generalise',
  'partial',
  'encrypt',
  'block',
  'warn',
  'allow',
] as const;

export type OperatorName = (typeof operatorNames)[number];

/** An operator with what a rule says of it. */
export type Operator =
  /** `restore: none` keeps the placeholder in the answer. */
  | { readonly use: 'mask'; readonly restore: 'all' | 'none' }
  /** Within which the same value has the same hash; across two of them hashes cannot be linked. */
  | { readonly use: 'hash'; readonly scope: 'conversation' | 'installation' }
  | { readonly use: Exclude<OperatorName, 'mask' | 'hash'> };

/** What text is masked for. `knowledge`: the search index, approved answers and the gap list; nobody reads it back. */
export const maskPurposes = ['chat', 'embedding', 'rerank', 'knowledge'] as const;

export type MaskPurpose = (typeof maskPurposes)[number];

/** For whom and for what text is masked: a profile's operators may depend on both. */
export interface MaskUse {
  readonly purpose: MaskPurpose;
  /** Of the caller; empty where nobody calls. */
  readonly roles: readonly string[];
}

/** Masking of what is kept for search, on nobody's behalf. */
export const forKnowledge: MaskUse = { purpose: 'knowledge', roles: [] };

/** Whether a value stays in the text as it is. */
export function isPassing({ use }: Operator): boolean {
  return use === 'warn' || use === 'allow';
}
