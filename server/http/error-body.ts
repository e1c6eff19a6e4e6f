import { ZodError } from 'zod';
import { AppError, toAppError } from '../errors.ts';
import type { ErrorStyle } from './define-route.ts';

export interface ErrorReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** The error itself, for the log. */
  readonly failure: AppError;
}

/**
 * What a caller may know of an error, in the shape of the route. A message that must not be shown is replaced
 * by the request id, under which the log has the whole story.
 */
export function presentError(error: unknown, style: ErrorStyle, requestId: string): ErrorReply {
  const failure = normalise(error);
  const message = failure.expose ? failure.message : `Something failed inside. Request id: ${requestId}`;
  switch (style) {
    case 'openai':
      return {
        status: failure.status,
        failure,
        body: {
          error: {
            message,
            type: openaiType(failure),
            param: failure.param ?? null,
            code: openaiCode(failure),
          },
        },
      };
    case 'api':
      return {
        status: failure.status,
        failure,
        body: {
          error: {
            code: failure.code,
            message,
            requestId,
            ...(failure.param === undefined ? {} : { param: failure.param }),
          },
        },
      };
    default:
      return style satisfies never;
  }
}

/** Turns what a handler or a body parser threw into one of our errors. */
export function normalise(error: unknown): AppError {
  if (error instanceof ZodError) return fromZod(error);
  if (error instanceof AppError) return error;
  return fromBodyParser(error) ?? toAppError(error);
}

/** Zod's messages name types and limits, not values; the path names the field. */
function fromZod(error: ZodError): AppError {
  const issue = error.issues[0];
  const param = issue?.path.map(String).join('.') ?? '';
  const message =
    issue === undefined ? 'The request is not valid.' : `${param || 'request'}: ${issue.message}`;
  return new AppError('ERR_REQUEST_INVALID', message, {
    status: 400,
    cause: error,
    ...(param ? { param } : {}),
  });
}

/** Errors of Express's body parser and of multer, by their documented `type` or `code`. */
function fromBodyParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const kind = 'type' in error ? error.type : 'code' in error ? error.code : undefined;
  switch (kind) {
    case 'entity.too.large':
    case 'LIMIT_FILE_SIZE':
      return new AppError('ERR_REQUEST_TOO_LARGE', 'The body is larger than this server accepts.', {
        status: 413,
      });
    case 'entity.parse.failed':
      return new AppError('ERR_REQUEST_INVALID', 'The body is not valid JSON.', { status: 400 });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new AppError('ERR_REQUEST_INVALID', 'The body must be UTF-8 JSON.', { status: 415 });
    case 'LIMIT_UNEXPECTED_FILE':
    case 'LIMIT_FILE_COUNT':
      return new AppError('ERR_REQUEST_INVALID', 'Send exactly one file, in the field `file`.', {
        status: 400,
      });
    case 'request.aborted':
      return new AppError('ERR_REQUEST_INVALID', 'The request was cut off.', { status: 400 });
    default:
      return undefined;
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
