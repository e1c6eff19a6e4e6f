import type { RequestHandler } from 'express';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    /** The route's pattern, so that ids in paths stay out of logs and metrics. */
    route?: string;
    errorCode?: string;
  }
}

/** One line and one measurement per request: pattern, status and time; no address, query, header or body. */
export function requestLog(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on('close', () => {
      const seconds = (performance.now() - started) / 1000;
      const { requestId, route = 'static', errorCode } = response.locals;
      const { method } = request;
      const status = response.statusCode;
      metrics.requestEnded({ method, route, status, seconds });
      const level = status >= 500 ? 'error' : 'info';
      logger[level](
        {
          requestId,
          method,
          route,
          status,
          ms: Math.round(seconds * 1000),
          cut: !response.writableFinished,
          ...(errorCode === undefined ? {} : { code: errorCode }),
        },
        'request',
      );
    });
    next();
  };
}
