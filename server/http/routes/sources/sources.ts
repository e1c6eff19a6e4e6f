import { z } from 'zod';
import { defaultInterval, type Source } from '../../../knowledge/sources/source.ts';
import { findPermitted, permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { newSource, presentSource, source, sourceChange } from '../../presenters/source.ts';
import type { Services } from '../../services.ts';
import { findPermittedSource } from '../../source-access.ts';

const common = { tag: 'Sources', errors: 'api' } as const;
const byId = z.object({ id: z.string() });

/** With what is being done with it now. */
export async function describeSource({ jobs }: Services, held: Source): Promise<z.input<typeof source>> {
  return presentSource(held, held.job === undefined ? undefined : await jobs.get(held.job));
}

export function listSources(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/sources',
    summary: 'The sources of the collections in which this caller may see them; at most 200.',
    permission: 'source:read',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ sources: z.array(source) }),
    async handler({ principal }) {
      const open = new Set(
        (await permittedCollections(services, principal, 'source:read')).map(({ id }) => id),
      );
      const sources = (await services.sources.list()).filter(({ collection }) => open.has(collection));
      return { sources: await Promise.all(sources.map((held) => describeSource(services, held))) };
    },
  });
}

export function createSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/sources',
    summary: 'Add a source. It is read for the first time at once.',
    permission: 'source:manage',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: newSource,
    status: 201,
    response: z.object({ source }),
    async handler({ body, principal }) {
      const { credentials, intervalSeconds, ...place } = body;
      await findPermitted(services, principal, 'source:manage', place.collection);
      const seconds = intervalSeconds ?? defaultInterval(place.settings.kind);
      const created = await services.sources.create(
        principal,
        { ...place, intervalSeconds: seconds },
        credentials,
      );
      await services.sources.run(principal, created, 0);
      return { source: await describeSource(services, (await services.sources.find(created.id)) ?? created) };
    },
  });
}

export function getSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/sources/{id}',
    summary: 'One source, with what is being done with it and how its last run went.',
    permission: 'source:read',
    bodyKind: 'none',
    params: byId,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ source }),
    async handler({ params, principal }) {
      const found = await findPermittedSource(services, principal, 'source:read', params.id);
      return { source: await describeSource(services, found) };
    },
  });
}

export function updateSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'patch',
    path: '/api/sources/{id}',
    summary: 'Change a source, switch it on or off. A new address needs its credentials anew.',
    permission: 'source:manage',
    bodyKind: 'json',
    params: byId,
    query: nothing,
    body: sourceChange,
    status: 200,
    response: z.object({ source }),
    async handler({ params, body, principal }) {
      const found = await findPermittedSource(services, principal, 'source:manage', params.id);
      const { credentials, ...change } = body;
      await services.sources.update(principal, found, change, credentials);
      return { source: await describeSource(services, (await services.sources.find(found.id)) ?? found) };
    },
  });
}

export function removeSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/sources/{id}',
    summary: 'Remove a source; its documents stay, or go with it as the job goes on.',
    permission: 'source:manage',
    bodyKind: 'none',
    params: byId,
    query: z.object({ documents: z.enum(['keep', 'remove']).default('keep') }),
    body: nothing,
    status: 202,
    response: z.object({ job: z.object({ id: z.string() }) }),
    async handler({ params, query, principal }) {
      const found = await findPermittedSource(services, principal, 'source:manage', params.id);
      const { id } = await services.sources.remove(principal, found, query.documents);
      return { job: { id } };
    },
  });
}
