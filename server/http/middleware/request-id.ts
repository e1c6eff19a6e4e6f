import type { RequestHandler } from 'express';
import { randomId, type RandomBytes } from '../../util/random.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    requestId: string;
  }
}

/** Gives each request a random id of our own: a caller's id would let a caller write into the log. */
export function requestId(random: RandomBytes): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = randomId('req', random);
    response.set('x-request-id', response.locals.requestId);
    next();
  };
}
