import type { Admitted, Inbound, Obligations, ResponseFormat } from '../domain/exchange.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { sharesDefinitions, toolAnswerSchema } from '../domain/tool.ts';
import { AppError } from '../errors.ts';
import { assertSchemaSupported } from '../inference/inference.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Policies } from '../policy/policies.ts';

export interface AdmitDeps {
  readonly policies: Policies;
  readonly knowledge: Pick<Knowledge, 'collections' | 'groups'>;
  /** Chat models of the catalogue; the first is the default. */
  readonly chatModels: readonly ModelCard[];
}

/**
 * Decides whether this caller may ask this model, and which collections are searched for the answer.
 * @throws AppError ERR_MODEL_UNKNOWN, ERR_NOT_FOUND for a collection the caller may not know of, ERR_POLICY_DENIED
 */
export function createAdmit({
  policies,
  knowledge,
  chatModels,
}: AdmitDeps): (inbound: Inbound) => Promise<Admitted> {
  return async (inbound) => {
    const { principal } = inbound;
    const model = findModel(chatModels, inbound.model);
    const decision = policies.decide({
      principal,
      action: 'chat:create',
      resource: { type: 'Model', id: model.id },
    });
    if (!decision.allowed) {
      throw new AppError('ERR_POLICY_DENIED', `You may not use the model ${model.id}.`, {
        status: 403,
        param: 'model',
      });
    }
    const all = await knowledge.collections();
    const collections = selectCollections(policies.readable(principal, all), inbound.collections);
    const obligations = policies.chatObligations(principal, model, groundingRequest(inbound), collections);
    assertFormatAllowed(inbound, obligations);
    assertSchemasSupported(inbound.format);
    return {
      id: inbound.id,
      principal,
      model,
      messages: inbound.messages,
      attached: inbound.attached ?? [],
      collections,
      groups: policies.readableGroups(principal, all, await knowledge.groups()),
      obligations,
      policy: { bundle: policies.digest, reasons: decision.reasons },
      sampling: inbound.sampling,
      format: inbound.format,
      ...(inbound.valueStore === undefined ? {} : { valueStore: inbound.valueStore }),
      signal: inbound.signal,
    };
  };
}

function findModel(models: readonly ModelCard[], id: string | undefined): ModelCard {
  const found = id === undefined ? models[0] : models.find((model) => model.id === id);
  if (found !== undefined) return found;
  throw new AppError('ERR_MODEL_UNKNOWN', 'No chat model has this id. GET /v1/models lists the models.', {
    status: 404,
    param: 'model',
  });
}

/** One message for "not there" and "not yours": an outsider cannot find out which collections exist. */
function selectCollections(
  readable: readonly string[],
  wanted: readonly string[] | undefined,
): readonly string[] {
  if (wanted === undefined) return readable;
  const missing = wanted.find((id) => !readable.includes(id));
  if (missing === undefined) return wanted;
  throw new AppError('ERR_NOT_FOUND', 'One of the collections does not exist, or you may not read it.', {
    status: 404,
    param: 'intramura.collections',
  });
}

/** Each of a caller's schemas by itself and, of tools, all as one. @throws AppError 400 */
function assertSchemasSupported(format: ResponseFormat): void {
  if (format.kind === 'json-schema') assertSchemaSupported(format.schema);
  if (format.kind !== 'tools') return;
  for (const { parameters } of format.offer.tools) assertSchemaSupported(parameters);
  if (sharesDefinitions(format.offer)) {
    throw new AppError('ERR_REQUEST_INVALID', 'Two tools have an entry of $defs with one name: rename one.', {
      status: 400,
      param: 'response_format',
    });
  }
  assertSchemaSupported(toolAnswerSchema(format.offer));
}

/** An answer in JSON cannot carry a citation after each sentence, so by itself it asks for no grounding. */
function groundingRequest({ grounding, format }: Inbound): Inbound['grounding'] {
  return format.kind !== 'text' && grounding === 'auto' ? 'off' : grounding;
}

function assertFormatAllowed({ format }: Inbound, { grounding }: Obligations): void {
  if (format.kind === 'text' || grounding === 'off') return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'An answer in JSON or with tools cannot be grounded in the knowledge: ask for text, or with grounding off where policy allows it.',
    { status: 400, param: 'response_format' },
  );
}
