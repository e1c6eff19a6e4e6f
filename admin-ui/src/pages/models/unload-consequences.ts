import type { InspectedModel, ListedModel } from '../../api/schema.ts';

/** What stops working when a model is unloaded. */
export type Consequence = 'lastChat' | 'defaultChat' | 'defaultEmbedding' | 'names' | 'other';

export function consequenceOfUnloading(model: InspectedModel, all: readonly ListedModel[]): Consequence {
  switch (model.purpose) {
    case 'chat':
      return ofChat(model, all);
    case 'embedding':
      return model.default ? 'defaultEmbedding' : 'other';
    case 'ner':
      return 'names';
    case 'nli':
    case 'reranker':
      return 'other';
    default:
      return model.purpose satisfies never;
  }
}

function ofChat(model: InspectedModel, all: readonly ListedModel[]): Consequence {
  const others = all.filter(
    ({ id, purpose, state }) => id !== model.id && purpose === 'chat' && state === 'ready',
  );
  if (others.length === 0) return 'lastChat';
  return model.default ? 'defaultChat' : 'other';
}
