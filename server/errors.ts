/** Every error the product raises on purpose. `ERR_AREA_REASON`; the text after the colon says when. */
export type ErrorCode =
  | 'ERR_APPROVAL_STATE' // a request is not in the state that this needs, or its time is over
  | 'ERR_AUDIT_UNAVAILABLE' // an entry could not be made durable
  | 'ERR_AUDIT_INVALID' // the log does not verify
  | 'ERR_AUDIT_RETAINED' // a hold or a term keeps what should be erased
  | 'ERR_CONFIG_INVALID'
  | 'ERR_DATA_UNWRITABLE' // the data directory cannot be written
  | 'ERR_DB_NEWER' // the database was written by a newer version
  | 'ERR_FAQ_STATE' // an FAQ entry or a gap is not in the state that this needs
  | 'ERR_IDENTITY_CREDENTIALS' // wrong user name or password
  | 'ERR_IDENTITY_UNAUTHENTICATED'
  | 'ERR_IDENTITY_CONFLICT' // the name is taken
  | 'ERR_EGRESS_DENIED' // a host that policies/egress.yaml does not list, or an address that may never be reached
  | 'ERR_EXCHANGE_ABORTED' // the caller went away
  | 'ERR_INFERENCE_CONTEXT' // the prompt does not fit the model's context
  | 'ERR_INFERENCE_GRAMMAR' // the response format cannot be turned into a grammar
  | 'ERR_INFERENCE_UNAVAILABLE' // the model process failed, hangs or restarts
  | 'ERR_INTERNAL'
  | 'ERR_KNOWLEDGE_FORMAT' // a file of an unknown, damaged or oversized kind
  | 'ERR_KNOWLEDGE_UNAVAILABLE' // the index cannot be read
  | 'ERR_MODEL_DIGEST' // a model file does not match its catalogue entry
  | 'ERR_MODEL_MISSING'
  | 'ERR_MODEL_UNKNOWN'
  | 'ERR_MODEL_UNLOADED' // the model was unloaded on purpose, or is not ready for what is wanted of it
  | 'ERR_NOT_FOUND'
  | 'ERR_POLICY_DENIED'
  | 'ERR_POLICY_INVALID' // the bundle does not load
  | 'ERR_PORT_IN_USE'
  | 'ERR_RATE_LIMITED'
  | 'ERR_REDACTION_BLOCKED' // the request holds a value that policy lets nobody send
  | 'ERR_REDACTION_FAILED' // a detector threw or went over its limit: the path is closed
  | 'ERR_REQUEST_INVALID'
  | 'ERR_REQUEST_ORIGIN' // a browser request from another site
  | 'ERR_REQUEST_TOO_LARGE'
  | 'ERR_SOURCE_CREDENTIALS' // a source of documents refuses its credentials
  | 'ERR_SOURCE_INVALID' // the settings of a source, or what it answers, cannot be used
  | 'ERR_SOURCE_ITEM_BUSY' // an item is being written
  | 'ERR_SOURCE_ITEM_GONE' // an item vanished between listing and reading
  | 'ERR_SOURCE_ITEM_NAME' // an item has a name that leads out of its source, or no usable name
  | 'ERR_SOURCE_ITEM_TOO_LARGE'
  | 'ERR_SOURCE_UNREACHABLE'
  | 'ERR_USAGE'; // wrong use of the command line

export interface AppErrorOptions {
  /** HTTP status; 500 when absent. */
  readonly status?: number;
  /** Whether the message may be shown to the caller; true below status 500 when absent. */
  readonly expose?: boolean;
  /** The field or parameter at fault. */
  readonly param?: string;
  /** What exactly is wrong, as a word for programs, where the code covers several things. */
  readonly reason?: string;
  /** When the caller may try again, in whole seconds from now. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The one error class. The message says what is wrong and how to mend it, and never holds a raw value. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly expose: boolean;
  readonly param: string | undefined;
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? 500;
    this.expose = options.expose ?? this.status < 500;
    this.param = options.param;
    this.reason = options.reason;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The error itself when it is ours, else an ERR_INTERNAL around it. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('ERR_INTERNAL', 'Something went wrong inside.', { cause: error });
}
