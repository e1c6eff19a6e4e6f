import type { ModelCard } from '../domain/model-card.ts';
import type { Inference } from './inference.ts';

/**
 * Inference that loads a model when it is first used, for commands most of which use none. `loaded` is called once
 * for each model, before its first piece of work.
 */
export function loadOnDemand(inference: Inference, loaded: (card: ModelCard) => Promise<void>): Inference {
  const loads = new Map<string, Promise<void>>();
  const ensure = (card: ModelCard): Promise<void> => {
    const load = loads.get(card.id) ?? inference.start([card]).then(() => loaded(card));
    loads.set(card.id, load);
    return load;
  };
  return {
    ...inference,
    start: async (cards = []) => {
      await Promise.all(cards.map(ensure));
    },
    async measure(card, progress) {
      await ensure(card);
      return inference.measure(card, progress);
    },
    async *generate(request, signal) {
      await ensure(request.exchange.model);
      yield* inference.generate(request, signal);
    },
    async embed(card, texts, signal) {
      await ensure(card);
      return inference.embed(card, texts, signal);
    },
    async entail(card, pairs) {
      await ensure(card);
      return inference.entail(card, pairs);
    },
    async rerank(card, query, documents, signal) {
      await ensure(card);
      return inference.rerank(card, query, documents, signal);
    },
    async recognise(card, text, signal) {
      await ensure(card);
      return inference.recognise(card, text, signal);
    },
    async countTokens(card, texts) {
      await ensure(card);
      return inference.countTokens(card, texts);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(inference[Symbol.asyncDispose]()),
  };
}
