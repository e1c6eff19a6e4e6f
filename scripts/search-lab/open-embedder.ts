import { createInference } from '../../server/inference/inference.ts';
import { loadCatalog } from '../../server/inference/catalog.ts';
import type { MaskedText } from '../../server/domain/masked.ts';
import type { ModelCard } from '../../server/domain/model-card.ts';
import { createLogger } from '../../server/logger.ts';
import { maskAllForEmbedding, maskForEmbedding } from '../../server/pipeline/embed.ts';
import { normaliseText } from '../../server/knowledge/normalise-text.ts';
import { DEFAULT_MASK_PROFILE, loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { createRedactor } from '../../server/redaction/redactor.ts';
import { systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';

export interface OpenEmbedder extends AsyncDisposable {
  readonly card: ModelCard;
  /** As the product does it: normalised, masked, embedded in the model's own process. */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly mask: (text: string) => Promise<MaskedText>;
}

/** Starts an embedding model of the catalogue: the one named, or the default. */
export async function openEmbedder(modelsDir: string, id?: string): Promise<OpenEmbedder> {
  const cards = loadCatalog(modelsDir).models.filter(({ purpose }) => purpose === 'embedding');
  const card = id === undefined ? cards[0] : cards.find((model) => model.id === id);
  if (card === undefined) throw new Error(`The catalogue has no embedding model ${id ?? ''}.`);
  const inference = createInference({
    cards: [card],
    modelsDir,
    logger: createLogger('warn'),
    clock: systemClock,
    threads: 1,
  });
  await inference.start();
  const redactor = createRedactor({
    profiles: loadMaskProfiles('policies/redaction'),
    random: systemRandom,
  });
  const mask = (text: string): Promise<MaskedText> => maskForEmbedding(redactor, DEFAULT_MASK_PROFILE, text);
  return {
    card,
    mask,
    async embed(texts) {
      const masked = await maskAllForEmbedding(redactor, DEFAULT_MASK_PROFILE, texts.map(normaliseText));
      return (await inference.embed(card, masked)).vectors;
    },
    [Symbol.asyncDispose]: () => Promise.resolve(inference[Symbol.asyncDispose]()),
  };
}
