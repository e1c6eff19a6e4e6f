import type { Request, RequestHandler } from 'express';
import type { Principal } from '../../domain/principal.ts';
import { AppError } from '../../errors.ts';
import type { Identity } from '../../identity/identity.ts';
import { readSessionCookie } from '../session-cookie.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    principal: Principal;
    /** How the caller proved who it is; a browser's cookie needs the origin check. */
    credential: 'none' | 'cookie' | 'bearer';
  }
}

/** Who acts on routes that need nobody. It has no role, so every policy denies it. */
export const anonymous: Principal = { kind: 'user', id: 'anonymous', name: '', roles: [] };

/**
 * Finds out who calls: a bearer key, else the session cookie, else nobody. A key that does not resolve, or is
 * none at all, is refused at once, so that a wrong key never falls back to a cookie.
 */
export function authenticate(identity: Identity): RequestHandler {
  return async (request, response, next) => {
    const bearer = readBearer(request);
    if (bearer !== undefined) {
      const principal = await identity.apiKeys.resolve(bearer);
      if (principal === undefined) {
        throw new AppError('ERR_IDENTITY_UNAUTHENTICATED', 'The API key is unknown, expired or revoked.', {
          status: 401,
        });
      }
      response.locals.principal = principal;
      response.locals.credential = 'bearer';
      return next();
    }
    const token = readSessionCookie(request);
    const principal = token === undefined ? undefined : await identity.sessions.resolve(token);
    response.locals.principal = principal ?? anonymous;
    response.locals.credential = principal === undefined ? 'none' : 'cookie';
    return next();
  };
}

/** What follows the scheme, whatever it is; undefined when the caller sends no bearer key. */
function readBearer({ headers }: Request): string | undefined {
  return /^Bearer(?:\s+|$)(.*)$/is.exec(headers.authorization ?? '')?.[1];
}
