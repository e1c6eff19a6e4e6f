import { isFields } from './read.ts';

/** What went wrong, in terms a person can act on. */
export type FailureKind =
  | 'credentials' // wrong user name or password
  | 'session' // nobody is signed in any more
  | 'forbidden'
  | 'invalid' // the server refused the request as it is
  | 'too-long'
  | 'rate'
  | 'unavailable' // model, redaction or audit cannot serve now: nothing was answered
  | 'broken-off' // the answer ended before it was complete
  | 'network'
  | 'internal';

export interface FailureDetail {
  /** The server's own words. */
  readonly detail?: string;
  /** Under which the server's log has the story. */
  readonly requestId?: string;
}

/** Every error the data layer raises on purpose. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;

  constructor(kind: FailureKind, { detail, requestId }: FailureDetail = {}) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
    this.requestId = requestId;
  }
}

/** The failure itself, or `internal` around whatever else was thrown. */
export function toFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('internal');
}

/** Reads an error reply of either shape, ours or OpenAI's. `body` is undefined when it was not JSON. */
export function failureOf(status: number, body: unknown, header: string | null): Failure {
  const error = isFields(body) && isFields(body['error']) ? body['error'] : {};
  const code = textOf(error['code']);
  const requestId = textOf(error['requestId']) ?? header ?? undefined;
  const detail = textOf(error['message']);
  return new Failure(kindOf(status, code), {
    ...(detail === undefined ? {} : { detail }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** An error event inside a stream: it has a code, but no status of its own. */
export function failureOfEvent(event: unknown, requestId: string | null): Failure {
  const error = isFields(event) && isFields(event['error']) ? event['error'] : {};
  return failureOf(statusOf(textOf(error['type'])), event, requestId);
}

function statusOf(type: string | undefined): number {
  switch (type) {
    case 'authentication_error':
      return 401;
    case 'permission_error':
      return 403;
    case 'rate_limit_error':
      return 429;
    case 'invalid_request_error':
      return 400;
    default:
      return 500;
  }
}

function kindOf(status: number, code: string | undefined): FailureKind {
  if (code === 'ERR_IDENTITY_CREDENTIALS') return 'credentials';
  if (code === 'context_length_exceeded' || status === 413) return 'too-long';
  if (status === 401) return 'session';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate';
  if (status < 500) return 'invalid';
  if (status === 503 || status === 502 || status === 504 || isUnavailable(code)) return 'unavailable';
  return 'internal';
}

/** The stages that close the path rather than answer without them. */
function isUnavailable(code: string | undefined): boolean {
  return (
    code === 'ERR_INFERENCE_UNAVAILABLE' ||
    code === 'ERR_REDACTION_FAILED' ||
    code === 'ERR_AUDIT_UNAVAILABLE' ||
    code === 'ERR_KNOWLEDGE_UNAVAILABLE'
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
