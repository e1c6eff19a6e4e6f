import type { MaskedSchema } from '../domain/masked.ts';

/**
 * What a model may write. `choices`: exactly one of the options, whole. A choice is a decision, so sampling
 * (temperature, stop sequences, length) does not apply to it.
 */
export type Constraint =
  | { readonly kind: 'none' }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'json' }
  | { readonly kind: 'json-schema'; readonly schema: MaskedSchema };
