import type { Request, RequestHandler } from 'express';
import { AppError } from '../../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses state-changing requests that a browser sends from another site. SameSite=Strict cookies already stay
 * away from those; this holds where a proxy or an old browser does not. Bearer keys are not sent by browsers on
 * their own, so requests with one pass.
 */
export function originCheck(): RequestHandler {
  return (request, response, next) => {
    const fromBrowser = response.locals.credential !== 'bearer' && !safeMethods.has(request.method);
    if (fromBrowser && !isSameOrigin(request)) {
      throw new AppError('ERR_REQUEST_ORIGIN', 'This request came from another site and was refused.', {
        status: 403,
      });
    }
    next();
  };
}

/** Sec-Fetch-Site where the browser sends it, else Origin; neither means that no browser page is behind it. */
function isSameOrigin(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
