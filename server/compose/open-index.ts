import type { ModelCard } from '../domain/model-card.ts';
import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import {
  type Knowledge,
  type KnowledgeOptions,
  openKnowledge,
  type RerankTexts,
} from '../knowledge/knowledge.ts';
import type { ParserPool } from '../knowledge/parsers/parser-pool.ts';
import { maskForEmbedding } from '../pipeline/embed.ts';
import { maskForReranking } from '../pipeline/rerank.ts';
import { DEFAULT_MASK_PROFILE } from '../redaction/mask-profile.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { sha256Hex } from '../util/hash.ts';

/** Masked with one profile, because what is derived from vectors must not depend on who asks. */
export function embedMasked(
  redactor: Redactor,
  inference: Inference,
  embedder: ModelCard,
): KnowledgeOptions['embed'] {
  return async (texts) => {
    const masked = texts.map((text) => maskForEmbedding(redactor, DEFAULT_MASK_PROFILE, text));
    return (await inference.embed(embedder, masked)).vectors;
  };
}

/** Another model makes other vectors. */
export function embedderId({ id, files }: ModelCard): string {
  return `${id} ${sha256Hex(JSON.stringify(files))}`;
}

/** By the first reranker of the catalogue; undefined when there is none. */
export function rerankMasked(
  redactor: Redactor,
  inference: Pick<Inference, 'rerank'>,
  { models }: Catalog,
): RerankTexts | undefined {
  const card = models.find(({ purpose }) => purpose === 'reranker');
  return (
    card &&
    ((query, texts) => {
      const masked = maskForReranking(redactor, DEFAULT_MASK_PROFILE, query, texts);
      return inference.rerank(card, masked.query, masked.documents);
    })
  );
}

interface IndexParts extends Pick<KnowledgeOptions, 'db' | 'embed' | 'rerank'> {
  readonly embedder: ModelCard;
  /** How texts are embedded with another model of the catalogue. */
  readonly embedWith: (embedder: ModelCard) => KnowledgeOptions['embed'];
  readonly catalog: Catalog;
  readonly parsers: ParserPool;
}

/** The knowledge over its index, which is renewed in the background when it is not that of this embedder. */
export function openIndex(
  { clock, random, logger }: Pick<KnowledgeOptions, 'clock' | 'random' | 'logger'>,
  indexDir: string,
  { db, embed, rerank, embedder, embedWith, catalog, parsers }: IndexParts,
): Promise<Knowledge> {
  return openKnowledge({
    db,
    indexDir,
    embedder: embedderId(embedder),
    embedAsBefore: (id) => {
      const former = catalog.models.find((card) => card.purpose === 'embedding' && embedderId(card) === id);
      return former === undefined ? undefined : embedWith(former);
    },
    dimensions: embedder.dimensions ?? 0,
    hybridWeight: embedder.hybridWeight ?? 0,
    embed,
    rerank,
    clock,
    random,
    logger,
    parsers,
  });
}
