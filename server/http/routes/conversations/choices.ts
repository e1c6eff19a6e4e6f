import { z } from 'zod';
import type { ModelCard } from '../../../domain/model-card.ts';
import type { Principal } from '../../../domain/principal.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const choice = z.object({ id: z.string(), name: z.string() });

const modelChoice = choice.extend({
  /** Whether policy lets this caller ask it without documents. */
  ungrounded: z.boolean(),
});

/** What somebody may choose when they ask; the first model is the default. */
export function askingChoices(services: Services): Route {
  const { knowledge, policies, catalog } = services;
  return defineRoute({
    method: 'get',
    path: '/api/conversations/choices',
    summary: 'The models that the caller may ask and the collections that may answer.',
    tag: 'Conversations',
    permission: 'conversation:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ models: z.array(modelChoice), collections: z.array(choice) }),
    async handler({ principal }) {
      const collections = await knowledge.collections();
      const readable = policies.readable(principal, collections);
      return {
        models: catalog.models
          .filter((card) => mayAsk(services, principal, card))
          .map((card) => ({
            id: card.id,
            name: card.title,
            ungrounded: policies.chatObligations(principal, card, 'off').grounding === 'off',
          })),
        collections: collections
          .filter(({ id }) => readable.includes(id))
          .map(({ id, name }) => ({ id, name })),
      };
    },
  });
}

function mayAsk({ policies }: Services, principal: Principal, { id, purpose }: ModelCard): boolean {
  const resource = { type: 'Model', id } as const;
  return purpose === 'chat' && policies.decide({ principal, action: 'chat:create', resource }).allowed;
}
