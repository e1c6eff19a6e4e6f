import type { InspectedModel, ListedModel } from '../../api/schema.ts';

/** What stops working when a model is unloaded. */
export type Consequence = 'lastChat' | 'defaultChat' | 'defaultEmbedding' | 'other';

export function consequenceOfUnloading(model: InspectedModel, all: readonly ListedModel[]): Consequence {
  if (model.purpose === 'embedding') return model.default ? 'defaultEmbedding' : 'other';
  const others = all.filter(
    ({ id, purpose, state }) => id !== model.id && purpose === 'chat' && state === 'ready',
  );
  if (others.length === 0) return 'lastChat';
  return model.default ? 'defaultChat' : 'other';
}
