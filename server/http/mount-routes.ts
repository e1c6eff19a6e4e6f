import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { AppError } from '../errors.ts';
import { anonymous } from './middleware/authenticate.ts';
import { alreadySent, type BodyKind, type Route } from './define-route.ts';
import { presentError } from './error-body.ts';
import type { Services } from './services.ts';

/** Puts the routes into the app: body limit, permission, handler and error shape are the same for all. */
export function mountRoutes(app: Express, routes: readonly Route[], services: Services): void {
  const readBody = createBodyReaders(services);
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

function createBodyReaders({ config }: Services): Record<BodyKind, RequestHandler[]> {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: config.maxUploadBytes, files: 1, fields: 4, fieldSize: 4096, parts: 6 },
    defParamCharset: 'utf8',
  });
  return {
    none: [],
    json: [requireJson, express.json({ limit: config.maxBodyBytes, strict: true })],
    upload: [upload.single('file')],
  };
}

const requireJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false) {
    throw new AppError('ERR_REQUEST_INVALID', 'Send the body as JSON, with content-type: application/json.', {
      status: 415,
    });
  }
  next();
};

function nameRoute(route: Route): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = route.path;
    response.locals.errorStyle = route.errors;
    next();
  };
}

/** Decides before the body is read: who may not call a route cannot make the server parse anything. */
function permit(route: Route, { policies, audit }: Services): RequestHandler {
  return async (_request, response, next) => {
    if (route.permission === 'public') return next();
    const { principal } = response.locals;
    if (principal === anonymous) {
      throw new AppError('ERR_IDENTITY_UNAUTHENTICATED', 'Sign in, or send an API key as a bearer token.', {
        status: 401,
      });
    }
    const decision = policies.decide({ principal, action: route.permission });
    if (!decision.allowed) {
      await audit.recordEvent({
        type: 'policy.denied',
        actor: principal,
        permission: route.permission,
        reasons: decision.reasons,
      });
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
    const result = await route.run(
      { params: request.params, query: request.query, body: request.body ?? {} },
      { principal, requestId, signal: aborted.signal, request, response },
    );
    if (result !== alreadySent) send(route, response, result);
    services.logger.trace({ requestId, route: route.path }, 'handled');
  };
}

function send(route: Route, response: Response, result: unknown): void {
  response.status(route.status).set('cache-control', 'no-store');
  if (route.status === 204) response.end();
  else if (route.produces === 'application/json') response.json(route.response.parse(result));
  else response.type(route.produces).send(result);
}

/** The last middleware: every error becomes a body of the route's shape; what is hidden goes to the log. */
export function handleErrors({ logger }: Services): express.ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, _next) => {
    const { requestId, errorStyle = request.path.startsWith('/v1') ? 'openai' : 'api' } = response.locals;
    const { status, body, failure } = presentError(error, errorStyle, requestId);
    response.locals.errorCode = failure.code;
    if (status >= 500)
      logger.error({ requestId, code: failure.code, err: describe(failure) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (status === 429) response.set('retry-after', '1');
    response.status(status).set('cache-control', 'no-store').json(body);
  };
}

/** Name and place of an error without its message, which may quote what the caller sent. */
function describe(error: AppError): { code: string; message: string; cause?: string; stack?: string } {
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const frames = (cause ?? error).stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    code: error.code,
    message: error.message,
    ...(cause === undefined ? {} : { cause: cause.name }),
    ...(frames === undefined ? {} : { stack: frames.join('\n') }),
  };
}
