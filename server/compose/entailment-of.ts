import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import type { EntailPairs } from '../pipeline/check-claim.ts';

/** The first model for natural-language inference in the catalogue; undefined when there is none. */
export function entailmentOf({ models }: Catalog, inference: Inference): EntailPairs | undefined {
  const card = models.find(({ purpose }) => purpose === 'nli');
  return card && ((pairs) => inference.entail(card, pairs));
}
