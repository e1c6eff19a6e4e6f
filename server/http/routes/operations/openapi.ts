import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeRoutes } from '../../openapi.ts';

/** `routes` is asked for when the document is read, because this route is one of them. */
export function openapi(version: string, routes: () => readonly Route[]): Route {
  let document: Readonly<Record<string, unknown>> | undefined;
  return defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This description.',
    tag: 'Operations',
    permission: 'public',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.record(z.string(), z.unknown()),
    handler() {
      document ??= describeRoutes(routes(), version);
      return Promise.resolve({ ...document });
    },
  });
}
