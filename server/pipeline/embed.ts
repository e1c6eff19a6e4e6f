import type { AuditLog } from '../audit/audit-log.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { ModelCard } from '../domain/model-card.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError, toAppError } from '../errors.ts';
import type { EmbedResult, Inference } from '../inference/inference.ts';
import type { Policies } from '../policy/policies.ts';
import { forKnowledge, type MaskUse } from '../redaction/operator.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { refuseBlocked } from '../redaction/refuse-blocked.ts';

/**
 * One vault for each text: placeholders of two texts must not tell that they share a value. What nobody asked for, such as
 * the search index, is masked where a request would be refused.
 * @throws AppError ERR_REDACTION_BLOCKED, ERR_REDACTION_FAILED
 */
export async function maskForEmbedding(
  redactor: Redactor,
  profile: string,
  text: string,
  use: MaskUse = forKnowledge,
): Promise<MaskedText> {
  const vault = redactor.openVault(profile, use);
  try {
    const masked = await vault.mask(text);
    if (use.purpose !== 'knowledge') refuseBlocked(vault);
    return masked;
  } finally {
    vault.destroy();
  }
}

/** `maskForEmbedding` of each text, one after the other. */
export async function maskAllForEmbedding(
  redactor: Redactor,
  profile: string,
  texts: readonly string[],
  use: MaskUse = forKnowledge,
): Promise<MaskedText[]> {
  const masked: MaskedText[] = [];
  for (const text of texts) masked.push(await maskForEmbedding(redactor, profile, text, use));
  return masked;
}

export interface EmbedExchangeDeps {
  readonly redactor: Redactor;
  readonly inference: Inference;
  readonly policies: Policies;
  readonly audit: AuditLog;
  /** Embedding models of the catalogue. */
  readonly models: readonly ModelCard[];
}

export interface EmbedRequest {
  readonly principal: Principal;
  readonly model: string;
  readonly texts: readonly string[];
}

/** Vectors for a caller: decided, masked, recorded, computed, recorded, in this order. */
export type EmbedExchange = (request: EmbedRequest) => Promise<EmbedResult & { model: ModelCard }>;

export function createEmbedExchange(deps: EmbedExchangeDeps): EmbedExchange {
  const { redactor, inference, policies, audit } = deps;
  return async ({ principal, model: id, texts }) => {
    const model = findModel(deps.models, id);
    assertAllowed(policies, principal, model);
    const profile = policies.chatObligations(principal, model, 'off').maskProfile;
    const use = { purpose: 'embedding', roles: principal.roles } as const;
    const masked = await maskAllForEmbedding(redactor, profile, texts, use);
    const about = { actor: principal, model: model.id, inputs: texts.length };
    await audit.recordEvent({ type: 'embedding.requested', ...about });
    const result = await inference.embed(model, masked).catch(async (error: unknown) => {
      await audit.recordEvent({ type: 'embedding.failed', ...about, code: toAppError(error).code });
      throw error;
    });
    await audit.recordEvent({ type: 'embedding.created', ...about, tokens: result.tokens });
    return { ...result, model };
  };
}

function findModel(models: readonly ModelCard[], id: string): ModelCard {
  const found = models.find((model) => model.id === id);
  if (found !== undefined) return found;
  throw new AppError('ERR_MODEL_UNKNOWN', 'No embedding model has this id. GET /v1/models lists them.', {
    status: 404,
    param: 'model',
  });
}

function assertAllowed(policies: Policies, principal: Principal, model: ModelCard): void {
  const resource = { type: 'Model', id: model.id } as const;
  if (policies.decide({ principal, action: 'embedding:create', resource }).allowed) return;
  throw new AppError('ERR_POLICY_DENIED', `You may not use the model ${model.id}.`, {
    status: 403,
    param: 'model',
  });
}
