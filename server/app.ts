import express, { type Express } from 'express';
import { AppError } from './errors.ts';
import { authenticate } from './http/middleware/authenticate.ts';
import { originCheck } from './http/middleware/origin-check.ts';
import { requestId } from './http/middleware/request-id.ts';
import { requestLog } from './http/middleware/request-log.ts';
import { securityHeaders } from './http/middleware/security-headers.ts';
import { handleErrors, mountRoutes } from './http/mount-routes.ts';
import { createRoutes } from './http/routes/index.ts';
import type { Services } from './http/services.ts';
import { uiFiles, uiPage } from './http/static-ui.ts';

/** The Express app. The order of the middleware is decided here, once. */
export function createApp(services: Services, uiDir: string): Express {
  const { config, random, logger, metrics, identity } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  // The id first: everything after it, also an error, is found in the log by it.
  app.use(requestId(random));
  app.use(requestLog(logger, metrics));
  // Headers before any answer, so that errors carry them too.
  app.use(securityHeaders(config.secureCookie));
  // The files of the admin UI need nobody; they come before anything that looks at credentials.
  app.use(uiFiles(uiDir));
  app.use(authenticate(identity));
  // After authentication, because bearer keys are exempt.
  app.use(originCheck());
  // Each route: permission, then body, then handler.
  mountRoutes(app, createRoutes(services), services);
  // Whatever is no route may be an address of the admin UI.
  app.use(uiPage(uiDir, random));
  app.use(() => {
    throw new AppError('ERR_NOT_FOUND', 'There is no such route. /openapi.json lists all of them.', {
      status: 404,
    });
  });
  app.use(handleErrors(services));
  return app;
}
