import type { AuditLog } from '../audit/audit-log.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { ModelCard } from '../domain/model-card.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Inference } from '../inference/inference.ts';
import type { Policies } from '../policy/policies.ts';
import { forKnowledge, type MaskUse } from '../redaction/operator.ts';
import { maskAll } from '../redaction/mask-all.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { refuseBlocked } from '../redaction/refuse-blocked.ts';

interface MaskedComparison {
  readonly query: MaskedText;
  readonly documents: readonly MaskedText[];
}

/** One vault for all: a value that stands in query and document must be the same placeholder, or they would not meet. */
export async function maskForReranking(
  redactor: Redactor,
  profile: string,
  query: string,
  documents: readonly string[],
  use: MaskUse = forKnowledge,
): Promise<MaskedComparison> {
  const vault = redactor.openVault(profile, use);
  try {
    const masked = { query: await vault.mask(query), documents: await maskAll(documents, vault) };
    if (use.purpose !== 'knowledge') refuseBlocked(vault);
    return masked;
  } finally {
    vault.destroy();
  }
}

export interface RerankExchangeDeps {
  readonly redactor: Redactor;
  readonly inference: Pick<Inference, 'rerank' | 'countTokens'>;
  readonly policies: Policies;
  readonly audit: AuditLog;
  /** Rerankers of the catalogue; the first is the default. */
  readonly models: readonly ModelCard[];
}

export interface RerankRequest {
  readonly principal: Principal;
  /** The first one of the catalogue when absent. */
  readonly model: string | undefined;
  readonly query: string;
  readonly documents: readonly string[];
}

export interface Reranked {
  readonly model: ModelCard;
  /** From 0 to 1, in the order of the documents. */
  readonly relevances: readonly number[];
  /** Of the query, once for each document, and of the documents. */
  readonly tokens: number;
}

/** Relevances for a caller: decided, masked, recorded, computed, recorded, in this order. */
export type RerankExchange = (request: RerankRequest) => Promise<Reranked>;

export function createRerankExchange(deps: RerankExchangeDeps): RerankExchange {
  const { redactor, inference, policies, audit } = deps;
  return async ({ principal, model: id, query, documents }) => {
    const model = findModel(deps.models, id);
    assertAllowed(policies, principal, model);
    const profile = policies.chatObligations(principal, model, 'off').maskProfile;
    const use = { purpose: 'rerank', roles: principal.roles } as const;
    const masked = await maskForReranking(redactor, profile, query, documents, use);
    const about = { actor: principal, model: model.id, inputs: documents.length };
    await audit.recordEvent({ type: 'rerank.requested', ...about });
    try {
      const relevances = await inference.rerank(model, masked.query, masked.documents);
      const [ofQuery = 0, ...ofDocuments] = await inference.countTokens(model, [
        masked.query,
        ...masked.documents,
      ]);
      const tokens = ofDocuments.reduce((sum, count) => sum + ofQuery + count, 0);
      await audit.recordEvent({ type: 'rerank.created', ...about, tokens });
      return { model, relevances, tokens };
    } catch (error) {
      await audit.recordEvent({ type: 'rerank.failed', ...about, code: toAppError(error).code });
      throw error;
    }
  };
}

function findModel(models: readonly ModelCard[], id: string | undefined): ModelCard {
  const found = id === undefined ? models[0] : models.find((model) => model.id === id);
  if (found !== undefined) return found;
  const message =
    models.length === 0
      ? 'No reranker is installed. Add a model of purpose reranker to models/catalog.yaml: models/README.md says how.'
      : 'No reranker has this id. GET /v1/models lists the models.';
  throw new AppError('ERR_MODEL_UNKNOWN', message, { status: 404, param: 'model' });
}

function assertAllowed(policies: Policies, principal: Principal, model: ModelCard): void {
  const resource = { type: 'Model', id: model.id } as const;
  if (policies.decide({ principal, action: 'rerank:create', resource }).allowed) return;
  throw new AppError('ERR_POLICY_DENIED', `You may not use the model ${model.id}.`, {
    status: 403,
    param: 'model',
  });
}
