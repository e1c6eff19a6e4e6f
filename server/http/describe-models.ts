import type { z } from 'zod';
import type { ModelCard, ModelPurpose } from '../domain/model-card.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Job } from '../jobs/job.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import type { model, ModelFacts } from './presenters/model.ts';
import { presentInspectedModel, presentListedModel } from './presenters/model.ts';
import { recordDenial } from './record-denial.ts';
import type { Services } from './services.ts';

type ModelView = z.input<typeof model>;

/** Models as this caller may see them. */
export async function describeModels(
  services: Services,
  principal: Principal,
  cards: readonly ModelCard[],
): Promise<ModelView[]> {
  const may = decider(services, principal);
  const tasks = cards.some(({ id }) => may('model:inspect', id)) ? await services.models.tasks() : new Map();
  return Promise.all(cards.map((card) => describeOne(services, may, card, tasks)));
}

/** One model as this caller may see it. */
export async function describeModel(
  services: Services,
  principal: Principal,
  card: ModelCard,
): Promise<ModelView> {
  return describeOne(services, decider(services, principal), card, await services.models.tasks());
}

/**
 * The model of a route's path, when the caller may manage it.
 * @throws AppError ERR_MODEL_UNKNOWN alike for a model that is not there and one this caller may not manage
 */
export async function findManagedModel(
  services: Services,
  principal: Principal,
  id: string,
): Promise<ModelCard> {
  const action = 'model:manage';
  const decision = services.policies.decide({ principal, action, resource: { type: 'Model', id } });
  const found = services.catalog.models.find((card) => card.id === id);
  if (found !== undefined && decision.allowed) return found;
  if (!decision.allowed) await recordDenial(services, principal, action, decision);
  throw new AppError('ERR_MODEL_UNKNOWN', 'No model has this id. GET /api/models lists them.', {
    status: 404,
  });
}

type May = (action: GrantablePermission, model: string) => boolean;

function decider({ policies }: Services, principal: Principal): May {
  return (action, id) => policies.decide({ principal, action, resource: { type: 'Model', id } }).allowed;
}

async function describeOne(
  services: Services,
  may: May,
  card: ModelCard,
  tasks: ReadonlyMap<string, Job>,
): Promise<ModelView> {
  const facts = factsOf(services, may, card);
  if (!may('model:inspect', card.id)) return presentListedModel(facts);
  const measurement = await services.measurements.last(card);
  return presentInspectedModel(facts, { measurement, task: tasks.get(card.id) });
}

function factsOf({ inference, catalog }: Services, may: May, card: ModelCard): ModelFacts {
  const status = inference.status().find(({ id }) => id === card.id);
  if (status === undefined) throw new AppError('ERR_INTERNAL', 'A model of the catalogue has no process.');
  return {
    card,
    status,
    isDefault: catalog.models.find(({ purpose }) => purpose === card.purpose) === card,
    usable: may(useOf(card.purpose), card.id),
  };
}

/** What it takes to use a model of this purpose. One that checks answers or finds names works for those who ask. */
function useOf(purpose: ModelPurpose): GrantablePermission {
  switch (purpose) {
    case 'chat':
    case 'ner':
    case 'nli':
      return 'chat:create';
    case 'embedding':
      return 'embedding:create';
    case 'reranker':
      return 'rerank:create';
    default:
      return purpose satisfies never;
  }
}
