import type { Response } from 'express';
import type { Logger } from '../logger.ts';
import { describeError } from '../util/describe-error.ts';
import type { ErrorStyle } from './define-route.ts';
import { type ErrorReply, presentError } from './error-body.ts';

/**
 * Turns what failed into the reply, and tells the log: the request's own line gets the code, and a failure of
 * the server gets a line with its cause and place.
 */
export function reportFailure(
  error: unknown,
  style: ErrorStyle,
  response: Response,
  logger: Logger,
): ErrorReply {
  const { requestId } = response.locals;
  const reply = presentError(error, style, requestId);
  const { code } = reply.failure;
  response.locals.errorCode = code;
  if (reply.status >= 500)
    logger.error({ requestId, code, err: describeError(reply.failure) }, 'request failed');
  return reply;
}
