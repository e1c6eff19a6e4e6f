import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors.ts';
import { changingPermissions } from '../policy/permissions.ts';
import { createBodyReaders } from './body-readers.ts';
import { alreadySent, type Route } from './define-route.ts';
import { anonymous } from './middleware/authenticate.ts';
import { recordDenial } from './record-denial.ts';
import { reportFailure } from './report-failure.ts';
import type { Services } from './services.ts';

/** Puts the routes into the app: body limit, permission, handler and error shape are the same for all. */
export function mountRoutes(app: Express, routes: readonly Route[], services: Services): void {
  const readBody = createBodyReaders(services.config);
  for (const route of routes) {
    app[route.method](
      route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      nameRoute(route),
      permit(route, services),
      ...readBody[route.bodyKind],
      handle(route, services),
    );
  }
}

function nameRoute(route: Route): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = route.path;
    response.locals.errorStyle = route.errors;
    next();
  };
}

/** Decides before the body is read: who may not call a route cannot make the server parse anything. */
function permit(route: Route, services: Services): RequestHandler {
  return async (_request, response, next) => {
    if (route.permission === 'public') return next();
    const { principal } = response.locals;
    if (principal === anonymous) {
      throw new AppError('ERR_IDENTITY_UNAUTHENTICATED', 'Sign in, or send an API key as a bearer token.', {
        status: 401,
      });
    }
    const decision = services.policies.decide({ principal, action: route.permission });
    if (!decision.allowed) {
      await recordDenial(services, principal, route.permission, decision);
      throw new AppError('ERR_POLICY_DENIED', `This needs the permission ${route.permission}.`, {
        status: 403,
      });
    }
    return next();
  };
}

function handle(route: Route, services: Services): RequestHandler {
  return async (request, response) => {
    const aborted = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) aborted.abort();
    });
    const { requestId, principal } = response.locals;
    // Before anything changes: a log that cannot be written refuses the change instead of missing it.
    if (changingPermissions.has(route.permission)) {
      await services.audit.recordEvent({
        type: 'change.requested',
        actor: principal,
        permission: route.permission,
      });
    }
    const result = await route.run(
      { params: request.params, query: request.query, body: request.body ?? {} },
      { principal, requestId, signal: aborted.signal, request, response },
    );
    if (result !== alreadySent) send(route, response, result);
  };
}

function send(route: Route, response: Response, result: unknown): void {
  response.status(route.status).set('cache-control', 'no-store');
  if (route.status === 204) response.end();
  else if (route.produces === 'application/json') response.json(route.response.parse(result));
  else response.type(route.produces).send(result);
}

/** The last middleware: every error becomes a body of the route's shape; what is hidden goes to the log. */
export function handleErrors({ logger }: Services): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, _next) => {
    const { errorStyle = request.path.startsWith('/v1') ? 'openai' : 'api' } = response.locals;
    const { status, body, retryAfterSeconds } = reportFailure(error, errorStyle, response, logger);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // They belong to a file that was about to be sent.
    for (const header of ['etag', 'last-modified']) response.removeHeader(header);
    if (retryAfterSeconds !== undefined) response.set('retry-after', String(retryAfterSeconds));
    response.status(status).set('cache-control', 'no-store').type('json').json(body);
  };
}
