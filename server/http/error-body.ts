import type { AppError } from '../errors.ts';
import type { ErrorStyle } from './define-route.ts';
import { normaliseError } from './normalise-error.ts';

interface ErrorFields extends Readonly<Record<string, unknown>> {
  readonly message: string;
}

export interface ErrorReply {
  readonly status: number;
  readonly body: { readonly error: ErrorFields };
  /** Value of `Retry-After`: whole seconds. Absent where trying again does not help. */
  readonly retryAfterSeconds?: number;
  /** The error itself, for the log. */
  readonly failure: AppError;
}

/** A stopped model process is back, or given up, after about this long. */
export const UNAVAILABLE_RETRY_SECONDS = 2;

/**
 * What a caller may know of an error, in the shape of the route. A message that must not be shown is replaced
 * by the request id, under which the log has the whole story.
 */
export function presentError(error: unknown, style: ErrorStyle, requestId: string): ErrorReply {
  const failure = normaliseError(error);
  const { status } = failure;
  const wait = failure.retryAfterSeconds ?? (status === 503 ? UNAVAILABLE_RETRY_SECONDS : undefined);
  return {
    status,
    failure,
    body: { error: composeBody(failure, style, requestId) },
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

function composeBody(failure: AppError, style: ErrorStyle, requestId: string): ErrorFields {
  const message = failure.expose ? failure.message : `Something failed inside. Request id: ${requestId}`;
  const { code, param } = failure;
  switch (style) {
    case 'openai':
      return { message, type: openaiType(failure), param: param ?? null, code: openaiCode(failure) };
    case 'api':
      return { code, message, requestId, ...(param === undefined ? {} : { param }) };
    default:
      return style satisfies never;
  }
}

function openaiType(error: AppError): string {
  if (error.status === 401) return 'authentication_error';
  if (error.status === 403) return 'permission_error';
  if (error.status === 429) return 'rate_limit_error';
  return error.status < 500 ? 'invalid_request_error' : 'server_error';
}

/** OpenAI's own code where there is one, so that clients react as they do there; else ours. */
function openaiCode(error: AppError): string {
  switch (error.code) {
    case 'ERR_MODEL_UNKNOWN':
      return 'model_not_found';
    case 'ERR_INFERENCE_CONTEXT':
      return 'context_length_exceeded';
    case 'ERR_IDENTITY_UNAUTHENTICATED':
      return 'invalid_api_key';
    case 'ERR_RATE_LIMITED':
      return 'rate_limit_exceeded';
    default:
      return error.code;
  }
}
