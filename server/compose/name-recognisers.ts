import type { ModelCard } from '../domain/model-card.ts';
import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import type { DescribedRecogniser } from '../redaction/model-rules.ts';
import type { NameRecogniser } from '../redaction/name-recogniser.ts';

/** The models of the catalogue that find names, as the rules list them. */
export function describedRecognisers({ models }: Catalog): readonly DescribedRecogniser[] {
  return models.filter(isRecogniser).map(describe);
}

/**
 * The models of the catalogue that find names, loaded with their first text where the inference loads on demand, each behind the one door for text that is not masked. Unlike other models,
 * all of them work, not the first: each may know another language.
 */
export function nameRecognisers(
  { models }: Catalog,
  inference: Pick<Inference, 'start' | 'recognise'>,
): readonly NameRecogniser[] {
  return models.filter(isRecogniser).map((card) => ({
    ...describe(card),
    prepare: () => inference.start([card]),
    recognise: (text, signal) => inference.recognise(card, text, signal),
  }));
}

function isRecogniser({ purpose }: ModelCard): boolean {
  return purpose === 'ner';
}

function describe({ id, labels = {}, threshold = 0 }: ModelCard): DescribedRecogniser {
  return { model: id, types: [...new Set(Object.values(labels))], threshold };
}
