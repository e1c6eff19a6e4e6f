import { fileURLToPath } from 'node:url';
import type { ModelCard, ModelPurpose } from '../../../server/domain/model-card.ts';
import { loadCatalog } from '../../../server/inference/catalog.ts';

/** The models folder of the repository. */
export const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));

export function cardOf(purpose: ModelPurpose): ModelCard {
  const card = loadCatalog(MODELS).models.find((model) => model.purpose === purpose);
  if (card === undefined) throw new Error(`The catalogue has no ${purpose} model.`);
  return card;
}
