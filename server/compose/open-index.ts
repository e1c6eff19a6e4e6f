import { setImmediate } from 'node:timers/promises';
import type { ModelCard } from '../domain/model-card.ts';
import { withTypesOnly } from '../domain/placeholder.ts';
import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import {
  type Knowledge,
  type KnowledgeOptions,
  openKnowledge,
  type RerankTexts,
} from '../knowledge/knowledge.ts';
import type { ParserPool } from '../knowledge/parsers/parser-pool.ts';
import { maskAllForEmbedding } from '../pipeline/embed.ts';
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
    const masked = await maskAllForEmbedding(redactor, DEFAULT_MASK_PROFILE, texts);
    return (await inference.embed(embedder, masked)).vectors;
  };
}

/** Texts between which other work gets its turn. */
const AT_A_TIME = 16;

/**
 * Masks for good: types stand in place of values, and nothing leads back. What one text gives away is masked in all of
 * them, so each is read twice.
 */
export function maskForStore(
  redactor: Redactor,
  profile: string,
): NonNullable<KnowledgeOptions['maskForStore']> {
  return async (texts) => {
    const vault = redactor.openVault(profile);
    const maskAll = async (): Promise<string[]> => {
      const masked: string[] = [];
      for (const text of texts) {
        masked.push(withTypesOnly(await vault.mask(text)));
        if (masked.length % AT_A_TIME === 0) await setImmediate();
      }
      return masked;
    };
    try {
      await maskAll();
      return await maskAll();
    } finally {
      vault.destroy();
    }
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
    (async (query, texts) => {
      const masked = await maskForReranking(redactor, DEFAULT_MASK_PROFILE, query, texts);
      return inference.rerank(card, masked.query, masked.documents);
    })
  );
}

interface IndexParts extends Pick<KnowledgeOptions, 'db' | 'embed' | 'rerank' | 'maskForStore'> {
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
  { db, embed, rerank, embedder, embedWith, catalog, ...parts }: IndexParts,
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
    ...parts,
  });
}
